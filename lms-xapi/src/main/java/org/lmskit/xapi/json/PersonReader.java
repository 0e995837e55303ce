package org.lmskit.xapi.json;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.lmskit.xapi.About;
import org.lmskit.xapi.Extensions;
import org.lmskit.xapi.Identifier;
import org.lmskit.xapi.Person;
import tools.jackson.core.JsonToken;

/** Reads what stores say of persons and of themselves; null means that a problem was reported. */
final class PersonReader {
  private final Tokens in;
  private final Values values;
  private final ActorReader actors;

  PersonReader(Tokens in) {
    this.in = in;
    values = new Values(in);
    actors = new ActorReader(in, values);
  }

  @Nullable
  Person person() {
    if (!in.openObject()) return null;
    List<String> names = new ArrayList<>();
    List<Identifier> identifiers = new ArrayList<>();
    while (in.nextProperty()) {
      String property = in.name();
      switch (property) {
        case "objectType" -> in.string();
        case "name" -> names.addAll(values.list(in::string));
        case "mbox", "mbox_sha1sum", "openid", "account" ->
          identifiers.addAll(values.list(() -> identifier(property)));
        default -> in.unknown();
      }
    }
    return new Person(names, identifiers);
  }

  private @Nullable Identifier identifier(String property) {
    ActorFields fields = new ActorFields(in, actors);
    fields.accept(property);
    return fields.identifier();
  }

  @Nullable
  About about() {
    if (!in.openObject()) return null;
    List<String> versions = List.of();
    Extensions extensions = Extensions.NONE;
    while (in.nextProperty()) {
      if (in.name().equals("version")) versions = values.list(in::string);
      else if (in.name().equals("extensions") && in.is(JsonToken.START_OBJECT))
        extensions = values.extensions();
      else in.skip();
    }
    return new About(versions, extensions);
  }
}
