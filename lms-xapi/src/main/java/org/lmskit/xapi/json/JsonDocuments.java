package org.lmskit.xapi.json;

import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.StringJoiner;
import org.lmskit.xapi.DocumentContent;
import org.lmskit.xapi.JsonValue;
import org.lmskit.xapi.XapiException;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.core.exc.StreamConstraintsException;
import tools.jackson.core.json.JsonFactory;

/**
 * Merges JSON documents.
 *
 * @see "xAPI 1.0.3 Communication 2.2, JSON Procedure"
 */
public final class JsonDocuments {
  private static final JsonFactory FACTORY =
      JsonFactory.builder().enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION).build();

  private JsonDocuments() {}

  /**
   * The old document with the top-level properties of the new one in the place of its own.
   *
   * @throws XapiException 400 if one of them is not a JSON object, or its content type does not say so
   */
  public static DocumentContent merge(DocumentContent old, DocumentContent added) {
    requireObject("the document that is there", old);
    requireObject("the content that was sent", added);
    Map<String, String> members = members(old.text());
    members.putAll(members(added.text()));
    StringJoiner text = new StringJoiner(",", "{", "}");
    members.forEach((name, value) -> text.add(JsonValue.of(name).json() + ':' + value));
    return new DocumentContent(old.contentType(), text.toString().getBytes(StandardCharsets.UTF_8));
  }

  /**
   * Checks that a document can be merged.
   *
   * @throws XapiException 400 if it is not a JSON object, or its content type does not say so
   */
  public static void requireObject(String what, DocumentContent content) {
    if (!content.isJson()) {
      throw XapiException.badRequest(
          what + " is " + content.contentType() + ", not application/json");
    }
    JsonToken first = firstTokenOfValid(what, content.bytes());
    if (first != JsonToken.START_OBJECT)
      throw XapiException.badRequest(what + " is not a JSON object");
  }

  /**
   * Checks that bytes are valid JSON.
   *
   * @throws XapiException 400 if they are not
   */
  public static void requireJson(String what, DocumentContent content) {
    firstTokenOfValid(what, content.bytes());
  }

  private static JsonToken firstTokenOfValid(String what, byte[] bytes) {
    if (!Utf8.isValid(bytes)) throw XapiException.badRequest(what + " is not UTF-8");
    try (JsonParser parser = FACTORY.createParser(ObjectReadContext.empty(), bytes)) {
      JsonToken first = parser.nextToken();
      if (first == null) throw XapiException.badRequest(what + " is not JSON: it is empty");
      parser.skipChildren();
      parser.finishToken();
      if (parser.nextToken() != null)
        throw XapiException.badRequest(what + " has more after its end");
      return first;
    } catch (StreamConstraintsException e) {
      throw new XapiException(
          400, what + " is nested too deep, or has a number or a name that is too long", e);
    } catch (JacksonException e) {
      throw new XapiException(400, what + " is not JSON: " + e.getOriginalMessage(), e);
    }
  }

  private static Map<String, String> members(String json) {
    Map<String, String> members = new LinkedHashMap<>();
    JsonMembers all = new JsonMembers(json);
    while (all.next()) members.put(all.name(), all.value());
    return members;
  }
}
