package org.lmskit.internal.json;

import java.lang.reflect.Method;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.util.ArrayList;
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

/** Finds how values of types stand in canonical text, each once, when its first value is met. Thread-safe. */
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
      return element == Form.UNKNOWN ? element : new ArrayForm(array, element);
    }
    Supplier<Map<Object, Object>> object = OBJECTS.get(type);
    Form key = object == null ? Form.UNKNOWN : key(of[0]);
    Form element = key == Form.UNKNOWN ? key : of(of[1]);
    return element == Form.UNKNOWN || object == null
        ? Form.UNKNOWN
        : new ObjectForm(object, key, element);
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
    Map<Class<?>, Form> members = new HashMap<>();
    for (Class<?> member : Shape.members(type, families)) {
      if (Shape.isWrapper(member)) {
        return Form.UNKNOWN;
      }
      members.put(member, new Deferred(member, member.getSimpleName()));
    }
    return new FamilyForm(members);
  }

  private Form wrapper(Class<?> type) {
    RecordComponent component = type.getRecordComponents()[0];
    Form inside = of(component.getGenericType());
    return new WrapperForm(Access.constructor(type), Access.accessor(component), inside);
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
      Method accessor = Access.accessor(components[i]);
      parts.put(components[i].getName(), new RecordForm.Part(quoted, i, accessor, isNeeded, form));
    }
    if (name != null) {
      Form itself = new FamilyForm.Name('"' + name + '"');
      RecordForm.Part part = new RecordForm.Part(FamilyForm.QUOTED, -1, null, true, itself);
      if (parts.put(Shape.TYPE, part) != null) {
        return Form.UNKNOWN;
      }
    }
    return new RecordForm(
        Access.constructor(type),
        parts.entrySet().stream()
            .sorted(Map.Entry.comparingByKey(Comparator.naturalOrder()))
            .map(Map.Entry::getValue)
            .toList());
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
      return form().read(in);
    }

    @Override
    public boolean write(Object value, Out out) {
      return form().write(value, out);
    }

    private Form form() {
      Form form = found;
      if (form == null) {
        form = name == null ? compose(type) : record(type, name);
        found = form;
      }
      return form;
    }
  }
}
