package org.lmskit.internal;

import com.fasterxml.jackson.annotation.JsonAutoDetect.Visibility;
import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonFormat;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.lmskit.internal.json.Shape;
import org.lmskit.model.Rational;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.MapperFeature;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.cfg.DateTimeFeature;
import tools.jackson.databind.cfg.MapperConfig;
import tools.jackson.databind.deser.std.FromStringDeserializer;
import tools.jackson.databind.introspect.Annotated;
import tools.jackson.databind.introspect.AnnotatedClass;
import tools.jackson.databind.introspect.AnnotatedConstructor;
import tools.jackson.databind.introspect.AnnotatedMethod;
import tools.jackson.databind.introspect.JacksonAnnotationIntrospector;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.jsontype.NamedType;
import tools.jackson.databind.module.SimpleModule;
import tools.jackson.databind.ser.std.ToStringSerializer;

/** The one Jackson configuration of stored bodies: strict, exact, without annotations on types. */
final class CanonicalJson {
  /** Where no interface is open: one for all kinds, which share what it learns about types. */
  static final JsonMapper CLOSED = mapper(List.of());

  private CanonicalJson() {}

  /** @param families what an open interface is known to be implemented by */
  static JsonMapper mapper(List<Class<?>> families) {
    return JsonMapper.builder()
        .annotationIntrospector(new Shapes(families))
        .addModule(new SimpleModule()
            .addSerializer(Rational.class, ToStringSerializer.instance)
            .addDeserializer(Rational.class, new RationalText()))
        .addModule(RecordInstantiator.module())
        // what a record derives from its components, such as isEmpty(), is not stored
        .changeDefaultVisibility(old -> old.withIsGetterVisibility(Visibility.NONE))
        .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
        .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
        .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
        .enable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
        .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
        .enable(MapperFeature.SORT_PROPERTIES_ALPHABETICALLY)
        .disable(MapperFeature.SORT_CREATOR_PROPERTIES_FIRST)
        .enable(SerializationFeature.ORDER_MAP_ENTRIES_BY_KEYS)
        .disable(DateTimeFeature.WRITE_DATES_AS_TIMESTAMPS)
        .disable(DateTimeFeature.WRITE_DURATIONS_AS_TIMESTAMPS)
        .changeDefaultPropertyInclusion(old ->
            JsonInclude.Value.construct(JsonInclude.Include.NON_NULL, JsonInclude.Include.NON_NULL))
        .withConfigOverride(
            BigDecimal.class, o -> o.setFormat(JsonFormat.Value.forShape(JsonFormat.Shape.STRING)))
        .build();
  }

  /** An exact number as its text. */
  private static final class RationalText extends FromStringDeserializer<Rational> {
    RationalText() {
      super(Rational.class);
    }

    @Override
    protected Rational _deserialize(String value, DeserializationContext context) {
      return Rational.parse(value);
    }
  }

  /** Reads shapes off the types themselves: wrappers of one value, and sealed families. */
  private static final class Shapes extends JacksonAnnotationIntrospector {
    private static final long serialVersionUID = 1L;

    private final transient List<Class<?>> families;

    Shapes(List<Class<?>> families) {
      this.families = families;
    }

    @Override
    public @Nullable Boolean hasAsValue(MapperConfig<?> config, Annotated annotated) {
      boolean unwraps = annotated instanceof AnnotatedMethod method
          && method.getParameterCount() == 0
          && Shape.isWrapper(method.getDeclaringClass())
          && method
              .getName()
              .equals(method.getDeclaringClass().getRecordComponents()[0].getName());
      return unwraps ? Boolean.TRUE : super.hasAsValue(config, annotated);
    }

    @Override
    public JsonCreator.@Nullable Mode findCreatorAnnotation(
        MapperConfig<?> config, Annotated annotated) {
      boolean wraps = annotated instanceof AnnotatedConstructor constructor
          && constructor.getParameterCount() == 1
          && Shape.isWrapper(constructor.getDeclaringClass());
      return wraps ? JsonCreator.Mode.DELEGATING : super.findCreatorAnnotation(config, annotated);
    }

    @Override
    public JsonTypeInfo.@Nullable Value findPolymorphicTypeInfo(
        MapperConfig<?> config, Annotated annotated) {
      boolean isFamily = annotated instanceof AnnotatedClass && isFamily(annotated.getRawType());
      if (!isFamily) {
        return super.findPolymorphicTypeInfo(config, annotated);
      }
      return JsonTypeInfo.Value.construct(
          JsonTypeInfo.Id.NAME, JsonTypeInfo.As.PROPERTY, Shape.TYPE, null, false, true);
    }

    @Override
    public @Nullable List<NamedType> findSubtypes(MapperConfig<?> config, Annotated annotated) {
      Class<?> type = annotated.getRawType();
      if (!isFamily(type)) {
        return super.findSubtypes(config, annotated);
      }
      return Shape.members(type, families).stream()
          .map(member -> new NamedType(member, member.getSimpleName()))
          .toList();
    }

    @Override
    public @Nullable String findTypeName(MapperConfig<?> config, AnnotatedClass annotated) {
      return annotated.getRawType().getSimpleName();
    }

    private boolean isFamily(Class<?> type) {
      return Shape.isFamily(type, families);
    }
  }
}
