package org.lmskit.internal.json;

import java.lang.reflect.Constructor;
import java.lang.reflect.Method;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** An object whose members are a record's components, in the order of their names. */
final class RecordForm implements Form {
  /**
   * A member.
   *
   * @param quoted its name as it stands in the text, with the colon
   * @param place of the component; negative for a member that is none
   * @param accessor of the component; null for a member that is none
   * @param isNeeded whether it cannot be absent
   */
  record Part(String quoted, int place, @Nullable Method accessor, boolean isNeeded, Form form) {}

  private final Constructor<?> constructor;
  private final Part[] parts;
  private final int components;

  /** @param parts sorted by name */
  RecordForm(Constructor<?> constructor, List<Part> parts) {
    this.constructor = constructor;
    this.parts = parts.toArray(Part[]::new);
    this.components = constructor.getParameterCount();
  }

  @Override
  public @Nullable Object read(Text in) {
    if (!in.open('{')) {
      return null;
    }
    @Nullable Object[] values = new @Nullable Object[components];
    boolean isFirst = true;
    for (Part part : parts) {
      if (in.member(part.quoted, isFirst)) {
        Object value = part.form.read(in);
        if (value == null) {
          return null;
        }
        if (part.place >= 0) {
          values[part.place] = value;
        }
        isFirst = false;
      } else if (part.isNeeded) {
        return null;
      }
    }
    return in.close('}') ? Access.create(constructor, values) : null;
  }

  @Override
  public boolean write(Object value, Out out) {
    boolean isFirst = true;
    boolean isKnown = out.open('{');
    try {
      for (int i = 0; isKnown && i < parts.length; i++) {
        Part part = parts[i];
        Object member = part.accessor == null ? value : part.accessor.invoke(value);
        if (member != null) {
          out.raw(isFirst ? "" : ",");
          out.raw(part.quoted);
          isFirst = false;
          isKnown = part.form.write(member, out);
        }
      }
    } catch (ReflectiveOperationException e) {
      return false;
    }
    out.close('}');
    return isKnown;
  }
}
