package org.lmskit.xapi.lrs;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.lmskit.model.StoreFailureException;
import org.lmskit.store.Body;
import org.lmskit.store.Kind;

/**
 * A stored statement: the text exactly as it came, what the store adds to it, and what it is found by.
 * Its body is a line of these fields, a line with the authority, then the text, so that finding a page
 * parses no JSON.
 *
 * @param id the statement's UUID in lower case
 * @param text the JSON as received
 * @param vouched the JSON of whoever vouches for it
 * @param version of the specification, for a text that names none
 * @param voiding whether it voids its target
 * @param voided whether a voiding statement refers to it
 * @param target the statement that is its object, or null
 * @param authority the key of whoever vouches for it
 * @param keys by which it is found itself
 * @param inherited keys of the statements it refers to, whatever the depth, without its own
 * @param attachments the SHA-2 of each attachment, in lower case
 */
record StatementRecord(
    String id,
    String text,
    String vouched,
    String version,
    boolean voiding,
    boolean voided,
    @Nullable String target,
    String authority,
    List<String> keys,
    List<String> inherited,
    List<String> attachments) {
  /** The index of keys, own and inherited. */
  static final String KEY = "key";

  /** The index of the statement that is the object; sorted, since a batch asks for all its ids at once. */
  static final String TARGET = "target";

  /** The index of attachments. */
  static final String ATTACHMENT = "attachment";

  static final Kind<StatementRecord> KIND = Kind.ordered("xapi_statement", StatementRecord::id)
      .many(KEY, StatementRecord::allKeys)
      .sorted(TARGET, record -> record.target)
      .many(ATTACHMENT, StatementRecord::attachments)
      .body(new Body<>(StatementRecord::write, StatementRecord::read));

  private static final String SHAPE = "1";
  private static final int FIELDS = 9;

  StatementRecord {
    keys = List.copyOf(keys);
    inherited = List.copyOf(inherited);
    attachments = List.copyOf(attachments);
  }

  /** All keys by which it is found. */
  List<String> allKeys() {
    List<String> all = new ArrayList<>(keys.size() + inherited.size() + 1);
    all.addAll(keys);
    all.addAll(inherited);
    all.add(authority);
    return all;
  }

  /** What a statement that refers to this one is found by as well. */
  Set<String> bequeathed() {
    Set<String> all = new LinkedHashSet<>(keys);
    all.addAll(inherited);
    return all;
  }

  StatementRecord asVoided() {
    return new StatementRecord(
        id, text, vouched, version, voiding, true, target, authority, keys, inherited, attachments);
  }

  StatementRecord withInherited(Collection<String> all) {
    return new StatementRecord(
        id,
        text,
        vouched,
        version,
        voiding,
        voided,
        target,
        authority,
        keys,
        List.copyOf(all),
        attachments);
  }

  private String write() {
    String flags = (voiding ? "v" : "") + (voided ? "x" : "");
    return String.join(
        " ",
        SHAPE,
        id,
        version,
        flags.isEmpty() ? "-" : flags,
        target == null ? "-" : target,
        authority,
        joined(keys),
        joined(inherited),
        joined(attachments) + '\n' + vouched + '\n' + text);
  }

  private static StatementRecord read(String body) {
    int end = body.indexOf('\n');
    int textFrom = body.indexOf('\n', end + 1) + 1;
    String[] fields = body.substring(0, Math.max(end, 0)).split(" ");
    if (fields.length != FIELDS || !fields[0].equals(SHAPE) || textFrom == 0) {
      throw new StoreFailureException("a stored statement has an unknown shape", null);
    }
    return new StatementRecord(
        fields[1],
        body.substring(textFrom),
        body.substring(end + 1, textFrom - 1),
        fields[2],
        fields[3].indexOf('v') >= 0,
        fields[3].indexOf('x') >= 0,
        fields[4].equals("-") ? null : fields[4],
        fields[5],
        split(fields[6]),
        split(fields[7]),
        split(fields[8]));
  }

  private static String joined(List<String> values) {
    return values.isEmpty() ? "-" : String.join(",", values);
  }

  private static List<String> split(String field) {
    return field.equals("-") ? List.of() : List.of(field.split(","));
  }
}
