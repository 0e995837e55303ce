package org.lmskit.internal.json;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/** An object that names the record that it is. */
final class FamilyForm implements Form {
  static final String QUOTED = '"' + Shape.TYPE + "\":";

  private final Map<String, Form> members;

  FamilyForm(Map<String, Form> members) {
    this.members = Map.copyOf(members);
  }

  @Override
  public @Nullable Object read(Text in) {
    String name = in.peek(QUOTED);
    Form member = name == null ? null : members.get(name);
    return member == null ? null : member.read(in);
  }
}
