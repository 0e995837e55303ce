package org.lmskit.internal.json;

import java.util.Collection;
import java.util.Map;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Arrays of values, and objects whose names are values. */
final class ContainerForm {
  private ContainerForm() {}

  static Form array(Supplier<Collection<Object>> empty, Form element) {
    return in -> {
      Collection<Object> found = empty.get();
      if (!in.open('[')) {
        return null;
      }
      for (boolean isFirst = true; isFirst || in.take(','); isFirst = false) {
        if (isFirst && in.close(']')) {
          return found;
        }
        Object value = element.read(in);
        if (value == null) {
          return null;
        }
        found.add(value);
      }
      return in.close(']') ? found : null;
    };
  }

  static Form object(Supplier<Map<Object, Object>> empty, Form key, Form element) {
    return in -> {
      Map<Object, Object> found = empty.get();
      if (!in.open('{')) {
        return null;
      }
      for (boolean isFirst = true; isFirst || in.take(','); isFirst = false) {
        if (isFirst && in.close('}')) {
          return found;
        }
        if (!read(in, found, key, element)) {
          return null;
        }
      }
      return in.close('}') ? found : null;
    };
  }

  private static boolean read(Text in, Map<Object, Object> into, Form keys, Form elements) {
    @Nullable Object key = keys.read(in);
    @Nullable Object value = key != null && in.take(':') ? elements.read(in) : null;
    return key != null && value != null && into.put(key, value) == null;
  }
}
