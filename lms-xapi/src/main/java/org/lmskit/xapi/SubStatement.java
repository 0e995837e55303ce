package org.lmskit.xapi;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A statement that is the object of another one, such as a plan; it is not itself a fact.
 *
 * @param actor who would do it
 * @param verb what would be done
 * @param object not another SubStatement
 * @param result what would come of it; null if not said
 * @param context where it would happen; null if not said
 * @param timestamp when; null if not said
 * @param attachments files that belong to it
 * @see "xAPI 1.0.3 Data 2.4.4.3"
 */
public record SubStatement(
    Actor actor,
    Verb verb,
    StatementObject object,
    @Nullable Result result,
    @Nullable Context context,
    @Nullable Instant timestamp,
    List<Attachment> attachments)
    implements StatementObject {
  /** @throws IllegalArgumentException if the object is a SubStatement */
  public SubStatement {
    attachments = List.copyOf(attachments);
    if (object instanceof SubStatement) {
      throw new IllegalArgumentException("a SubStatement cannot contain a SubStatement");
    }
  }

  /** A SubStatement with only what is required. */
  public SubStatement(Actor actor, Verb verb, StatementObject object) {
    this(actor, verb, object, null, null, null, List.of());
  }
}
