package org.lmskit.xapi.emit;

import java.net.URLDecoder;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.lmskit.xapi.Agent;
import org.lmskit.xapi.DocumentContent;
import org.lmskit.xapi.Identifier;
import org.lmskit.xapi.Iri;

/** An agent as the text of a document: what identifies him, then his name, as form fields. */
final class RememberedAgent {
  private static final String TYPE = "application/x-www-form-urlencoded";

  private RememberedAgent() {}

  static DocumentContent write(Agent agent) {
    Stream<String> name = Stream.ofNullable(agent.name()).map(text -> field("name", text));
    String text = Stream.concat(fields(agent.identifier()), name).collect(Collectors.joining("&"));
    return new DocumentContent(TYPE, text.getBytes(StandardCharsets.US_ASCII));
  }

  static Agent read(DocumentContent content) {
    List<String[]> fields = Arrays.stream(content.text().split("&"))
        .map(field -> field.split("=", 2))
        .toList();
    Agent agent = new Agent(null, identifier(fields));
    return fields.stream()
        .filter(field -> field[0].equals("name"))
        .findFirst()
        .map(field -> agent.named(decoded(field[1])))
        .orElse(agent);
  }

  private static Stream<String> fields(Identifier identifier) {
    if (identifier instanceof Identifier.Mbox mbox) {
      return Stream.of(field("mbox", mbox.iri()));
    }
    if (identifier instanceof Identifier.MboxSha1Sum sum) {
      return Stream.of(field("mbox_sha1sum", sum.hex()));
    }
    if (identifier instanceof Identifier.Account account) {
      return Stream.of(
          field("homePage", account.homePage().value()), field("account", account.name()));
    }
    return Stream.of(field("openid", ((Identifier.OpenId) identifier).uri().value()));
  }

  private static Identifier identifier(List<String[]> fields) {
    String value = decoded(fields.get(0)[1]);
    return switch (fields.get(0)[0]) {
      case "mbox" -> new Identifier.Mbox(value);
      case "mbox_sha1sum" -> new Identifier.MboxSha1Sum(value);
      case "homePage" -> new Identifier.Account(new Iri(value), decoded(fields.get(1)[1]));
      default -> new Identifier.OpenId(new Iri(value));
    };
  }

  private static String field(String name, String value) {
    return name + '=' + URLEncoder.encode(value, StandardCharsets.UTF_8);
  }

  private static String decoded(String value) {
    return URLDecoder.decode(value, StandardCharsets.UTF_8);
  }
}
