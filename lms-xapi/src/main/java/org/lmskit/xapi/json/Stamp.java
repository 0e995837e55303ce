package org.lmskit.xapi.json;

import java.time.Instant;
import java.util.UUID;
import org.lmskit.xapi.JsonValue;

/**
 * What a store sets in a statement that it takes.
 *
 * @param id set if the statement has none
 * @param timestamp set if the statement has none
 * @param stored always set
 * @param authority always set; an agent or group as JSON
 * @param version set if the statement has none
 * @see "xAPI 1.0.3 Data 2.4"
 */
public record Stamp(
    UUID id, Instant timestamp, Instant stored, JsonValue authority, String version) {
  /**
   * The text of a statement with these properties set; all else stays as it was, to the letter.
   *
   * @param json a valid statement
   */
  public String onto(String json) {
    StringBuilder out = new StringBuilder(json.length() + 320);
    JsonMembers members = new JsonMembers(json);
    boolean hasId = false;
    boolean hasTimestamp = false;
    boolean hasVersion = false;
    int copied = 0;
    while (members.next()) {
      String name = members.name();
      if (name.equals("stored") || name.equals("authority")) {
        copied = dropMember(out, json, copied, members);
      }
      hasId |= name.equals("id");
      hasTimestamp |= name.equals("timestamp");
      hasVersion |= name.equals("version");
    }
    out.append(json, copied, members.end());
    if (!hasId) append(out, "id", quoted(id.toString()));
    if (!hasTimestamp) append(out, "timestamp", quoted(Timestamps.format(timestamp)));
    append(out, "stored", quoted(Timestamps.format(stored)));
    append(out, "authority", authority.json());
    if (!hasVersion) append(out, "version", quoted(version));
    return out.append(json, members.end(), json.length()).toString();
  }

  /** Copies up to the member and leaves out one of its commas; says where copying goes on. */
  private static int dropMember(StringBuilder out, String json, int copied, JsonMembers member) {
    out.append(json, copied, member.start());
    int last = lastMark(out);
    if (out.charAt(last) == ',') {
      out.setLength(last);
      return member.end();
    }
    int next = member.end();
    while (json.charAt(next) <= ' ') next++;
    return json.charAt(next) == ',' ? next + 1 : member.end();
  }

  private static void append(StringBuilder out, String name, String value) {
    out.append(",\"").append(name).append("\":").append(value);
  }

  private static int lastMark(StringBuilder out) {
    int last = out.length() - 1;
    while (out.charAt(last) <= ' ') last--;
    return last;
  }

  private static String quoted(String text) {
    return '"' + text + '"';
  }
}
