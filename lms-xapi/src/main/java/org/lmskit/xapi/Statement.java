package org.lmskit.xapi;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Someone did something: an immutable record of an experience. Whether two texts are the same
 * statement is a matter of the specification's comparison ({@code StatementComparison}), not of equals.
 *
 * @param id null until it is set by the sender or the store
 * @param actor who
 * @param verb did what
 * @param object to what
 * @param result what came of it; null if not said
 * @param context what gives it meaning; null if not said
 * @param timestamp when it happened; null until it is set by the sender or the store
 * @param stored when the store took it; null before
 * @param authority who vouches for it, set by the store; null before
 * @param version the version of the specification, such as {@code 2.0.0}; null if not said
 * @param attachments files that belong to it
 * @see "xAPI 1.0.3 Data 2.4; IEEE 9274.1.1 4.2.2"
 */
public record Statement(
    @Nullable UUID id,
    Actor actor,
    Verb verb,
    StatementObject object,
    @Nullable Result result,
    @Nullable Context context,
    @Nullable Instant timestamp,
    @Nullable Instant stored,
    @Nullable Actor authority,
    @Nullable String version,
    List<Attachment> attachments) {
  /** Copies the list. */
  public Statement {
    attachments = List.copyOf(attachments);
  }

  /** A statement with only what is required; the store sets the rest. */
  public Statement(Actor actor, Verb verb, StatementObject object) {
    this(null, actor, verb, object, null, null, null, null, null, null, List.of());
  }

  /** A builder that starts with what is required. */
  public static StatementBuilder builder(Actor actor, Verb verb, StatementObject object) {
    return new StatementBuilder(actor, verb, object);
  }

  /** A statement that voids another one. */
  public static Statement voiding(Actor actor, UUID target) {
    return new Statement(actor, Verb.VOIDED, new StatementRef(target));
  }

  /** Whether this voids another statement. */
  public boolean isVoiding() {
    return verb.id().equals(Verb.VOIDED.id());
  }

  /** This statement with an id. */
  public Statement withId(UUID value) {
    return new Statement(
        value,
        actor,
        verb,
        object,
        result,
        context,
        timestamp,
        stored,
        authority,
        version,
        attachments);
  }

  /** This statement with a time at which it happened. */
  public Statement withTimestamp(Instant value) {
    return new Statement(
        id, actor, verb, object, result, context, value, stored, authority, version, attachments);
  }

  /** This statement with a version of the specification. */
  public Statement withVersion(String value) {
    return new Statement(
        id, actor, verb, object, result, context, timestamp, stored, authority, value, attachments);
  }
}
