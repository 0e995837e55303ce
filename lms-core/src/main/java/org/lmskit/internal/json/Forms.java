package org.lmskit.internal.json;

import java.lang.reflect.Constructor;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.util.ClassUtil;

/** Finds how values of types stand in canonical text, each once, when its first value is read. Thread-safe. */
public final class Forms {
  private static final Map<Class<?>, Supplier<Collection<Object>>> ARRAYS = Map.of(
      List.class, ArrayList::new,
      Collection.class, ArrayList::new,
      Set.class, HashSet::new,
      SortedSet.class, TreeSet::new);

  private static final Map<Class<?>, Supplier<Map<Object, Object>>> OBJECTS =
      Map.of(Map.class, LinkedHashMap::new, SortedMap.class, TreeMap::new);

  private final List<Class<?>> families;
  private final Map<Class<?>, Form> known = new ConcurrentHashMap<>();

  /** @param families what open interfaces are known to be implemented by */
  public Forms(List<Class<?>> families) {
    this.families = List.copyOf(families);
  }

  Form of(Type type) {
    if (type instanceof ParameterizedType generic) {
      return container((Class<?>) generic.getRawType(), generic.getActualTypeArguments());
    }
    if (!(type instanceof Class<?> plain)) {
      return Form.UNKNOWN;
    }
    Form scalar = Scalars.of(plain);
    if (scalar != null) {
      return scalar;
    }
    boolean isComposed = plain.isRecord() || Shape.isFamily(plain, families);
    return isComposed ? known.computeIfAbsent(plain, Deferred::new) : Form.UNKNOWN;
  }

  private Form container(Class<?> type, Type[] of) {
    Supplier<Collection<Object>> array = ARRAYS.get(type);
    if (array != null) {
      Form element = of(of[0]);
      return element == Form.UNKNOWN ? element : ContainerForm.array(array, element);
    }
    Supplier<Map<Object, Object>> object = OBJECTS.get(type);
    Form key = object == null ? Form.UNKNOWN : key(of[0]);
    Form element = key == Form.UNKNOWN ? key : of(of[1]);
    return element == Form.UNKNOWN || object == null
        ? Form.UNKNOWN
        : ContainerForm.object(object, key, element);
  }

  /** Names of members are texts, wrappers of one, or constants. */
  private Form key(Type type) {
    boolean isText = type instanceof Class<?> plain
        && (plain == String.class
            || plain.isEnum()
            || Shape.isWrapper(plain) && plain.getRecordComponents()[0].getType() == String.class);
    return isText ? of(type) : Form.UNKNOWN;
  }

  private Form compose(Class<?> type) {
    if (!type.isRecord()) {
      return family(type);
    }
    return Shape.isWrapper(type) ? wrapper(type) : record(type, null);
  }

  private Form family(Class<?> type) {
    Map<String, Form> members = new HashMap<>();
    for (Class<?> member : Shape.members(type, families)) {
      if (Shape.isWrapper(member)) {
        return Form.UNKNOWN;
      }
      members.put(member.getSimpleName(), new Deferred(member, member.getSimpleName()));
    }
    return new FamilyForm(members);
  }

  private Form wrapper(Class<?> type) {
    Form inside = of(type.getRecordComponents()[0].getGenericType());
    Constructor<?> constructor = constructor(type);
    return in -> {
      Object value = inside.read(in);
      return value == null ? null : RecordForm.create(constructor, value);
    };
  }

  /** @param name by which the record names itself, if it does */
  private Form record(Class<?> type, @Nullable String name) {
    RecordComponent[] components = type.getRecordComponents();
    Map<String, RecordForm.Part> parts = new HashMap<>();
    for (int i = 0; i < components.length; i++) {
      Form form = of(components[i].getGenericType());
      if (form == Form.UNKNOWN) {
        return form;
      }
      String quoted = '"' + components[i].getName() + "\":";
      boolean isNeeded = components[i].getType().isPrimitive();
      parts.put(components[i].getName(), new RecordForm.Part(quoted, i, isNeeded, form));
    }
    if (name != null) {
      Form itself = in -> in.word('"' + name + '"') ? name : null;
      RecordForm.Part part = new RecordForm.Part(FamilyForm.QUOTED, -1, true, itself);
      if (parts.put(Shape.TYPE, part) != null) {
        return Form.UNKNOWN;
      }
    }
    return new RecordForm(
        constructor(type),
        parts.entrySet().stream()
            .sorted(Map.Entry.comparingByKey(Comparator.naturalOrder()))
            .map(Map.Entry::getValue)
            .toList());
  }

  /** The way in is the parser's: packages are open to it. */
  private static Constructor<?> constructor(Class<?> type) {
    Class<?>[] parameters = Arrays.stream(type.getRecordComponents())
        .map(RecordComponent::getType)
        .toArray(Class<?>[]::new);
    try {
      Constructor<?> canonical = type.getDeclaredConstructor(parameters);
      ClassUtil.checkAndFixAccess(canonical, true);
      return canonical;
    } catch (NoSuchMethodException e) {
      throw new IllegalStateException(type + " has no canonical constructor", e);
    }
  }

  /** A form that is found when it is first asked: types contain themselves, and most of a family is never met. */
  private final class Deferred implements Form {
    private final Class<?> type;
    private final @Nullable String name;
    private volatile @Nullable Form found;

    Deferred(Class<?> type) {
      this(type, null);
    }

    Deferred(Class<?> type, @Nullable String name) {
      this.type = type;
      this.name = name;
    }

    @Override
    public @Nullable Object read(Text in) {
      Form form = found;
      if (form == null) {
        form = name == null ? compose(type) : record(type, name);
        found = form;
      }
      return form.read(in);
    }
  }
}
