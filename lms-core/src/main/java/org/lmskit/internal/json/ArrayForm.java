package org.lmskit.internal.json;

import java.util.Collection;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** An array of values of one type. */
record ArrayForm(Supplier<Collection<Object>> empty, Form element) implements Form {
  @Override
  public @Nullable Object read(Text in) {
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
  }

  @Override
  public boolean write(Object value, Out out) {
    if (!out.open('[')) {
      return false;
    }
    boolean isFirst = true;
    for (Object one : (Collection<?>) value) {
      if (!isFirst) {
        out.raw(',');
      }
      if (one == null || !element.write(one, out)) {
        return false;
      }
      isFirst = false;
    }
    out.close(']');
    return true;
  }
}
