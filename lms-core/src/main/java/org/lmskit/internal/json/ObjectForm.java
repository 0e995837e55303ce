package org.lmskit.internal.json;

import java.util.Map;
import java.util.TreeMap;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** An object whose names are values of one type, and whose members are values of another. */
record ObjectForm(Supplier<Map<Object, Object>> empty, Form key, Form element) implements Form {
  @Override
  public @Nullable Object read(Text in) {
    Map<Object, Object> found = empty.get();
    if (!in.open('{')) {
      return null;
    }
    for (boolean isFirst = true; isFirst || in.take(','); isFirst = false) {
      if (isFirst && in.close('}')) {
        return found;
      }
      if (!read(in, found)) {
        return null;
      }
    }
    return in.close('}') ? found : null;
  }

  private boolean read(Text in, Map<Object, Object> into) {
    @Nullable Object name = key.read(in);
    @Nullable Object value = name != null && in.take(':') ? element.read(in) : null;
    return name != null && value != null && into.put(name, value) == null;
  }

  @Override
  public boolean write(Object value, Out out) {
    Map<String, Object> byName = new TreeMap<>();
    if (!out.open('{') || !nameAll((Map<?, ?>) value, byName)) {
      return false;
    }
    boolean isFirst = true;
    for (Map.Entry<String, Object> member : byName.entrySet()) {
      if (!isFirst) {
        out.raw(',');
      }
      out.string(member.getKey());
      out.raw(':');
      if (!element.write(member.getValue(), out)) {
        return false;
      }
      isFirst = false;
    }
    out.close('}');
    return true;
  }

  /** Names that have to be escaped are the generator's to order. */
  private boolean nameAll(Map<?, ?> members, Map<String, Object> byName) {
    for (Map.Entry<?, ?> member : members.entrySet()) {
      Out quoted = new Out();
      boolean isWritten = member.getKey() != null && key.write(member.getKey(), quoted);
      String name = quoted.toString();
      if (!isWritten
          || member.getValue() == null
          || name.indexOf('\\') >= 0
          || byName.put(name.substring(1, name.length() - 1), member.getValue()) != null) {
        return false;
      }
    }
    return true;
  }
}
