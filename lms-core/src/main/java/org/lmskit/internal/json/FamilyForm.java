package org.lmskit.internal.json;

import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** An object that names the record that it is. */
final class FamilyForm implements Form {
  static final String QUOTED = '"' + Shape.TYPE + "\":";

  private final Map<String, Form> byName = new HashMap<>();
  private final Map<Class<?>, Form> byType;

  /** @param members the forms of records */
  FamilyForm(Map<Class<?>, Form> members) {
    this.byType = Map.copyOf(members);
    members.forEach((type, form) -> byName.put(type.getSimpleName(), form));
  }

  @Override
  public @Nullable Object read(Text in) {
    String name = in.peek(QUOTED);
    Form member = name == null ? null : byName.get(name);
    return member == null ? null : member.read(in);
  }

  @Override
  public boolean write(Object value, Out out) {
    Form member = byType.get(value.getClass());
    return member != null && member.write(value, out);
  }

  /** The member that says which record it is, of whatever value. */
  record Name(String quoted) implements Form {
    @Override
    public @Nullable Object read(Text in) {
      return in.word(quoted) ? quoted : null;
    }

    @Override
    public boolean write(Object value, Out out) {
      out.raw(quoted);
      return true;
    }
  }
}
