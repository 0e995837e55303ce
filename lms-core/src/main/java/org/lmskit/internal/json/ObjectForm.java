package org.lmskit.internal.json;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
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

  /** A member by its name as it stands between quotes. */
  private record Named(String name, Object value) {}

  @Override
  public boolean write(Object value, Out out) {
    List<Named> members = new ArrayList<>();
    if (!out.open('{') || !nameAll((Map<?, ?>) value, members)) {
      return false;
    }
    members.sort(Comparator.comparing(Named::name));
    String last = null;
    for (Named member : members) {
      if (member.name().equals(last)) {
        return false;
      }
      out.raw(last == null ? "\"" : ",\"");
      out.raw(member.name());
      out.raw("\":");
      if (!element.write(member.value(), out)) {
        return false;
      }
      last = member.name();
    }
    out.close('}');
    return true;
  }

  private boolean nameAll(Map<?, ?> members, List<Named> named) {
    for (Map.Entry<?, ?> member : members.entrySet()) {
      String name = member.getKey() == null ? null : name(member.getKey());
      if (name == null || member.getValue() == null) {
        return false;
      }
      named.add(new Named(name, member.getValue()));
    }
    return true;
  }

  /** Names that have to be escaped are the generator's to order. */
  private @Nullable String name(Object value) {
    if (value instanceof String text) {
      return Out.isPlain(text) ? text : null;
    }
    Out quoted = new Out();
    boolean isWritten = key.write(value, quoted);
    String name = quoted.toString();
    return isWritten && name.indexOf('\\') < 0 ? name.substring(1, name.length() - 1) : null;
  }
}
