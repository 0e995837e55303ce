package org.lmskit.internal.json;

import java.lang.reflect.Constructor;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** An object whose members are a record's components, in the order of their names. */
final class RecordForm implements Form {
  /**
   * A member.
   *
   * @param quoted its name as it stands in the text, with the colon
   * @param place of the component; negative for a member that is none
   * @param isNeeded whether it cannot be absent
   */
  record Part(String quoted, int place, boolean isNeeded, Form form) {}

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
    return in.close('}') ? create(constructor, values) : null;
  }

  /** A record that refuses its values is the parser's to report. */
  static @Nullable Object create(Constructor<?> constructor, @Nullable Object... values) {
    try {
      return constructor.newInstance(values);
    } catch (ReflectiveOperationException e) {
      return null;
    }
  }
}
