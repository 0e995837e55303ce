package org.lmskit.xapi;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Collects the parts of a {@link Statement}. Not thread-safe. */
public final class StatementBuilder {
  private final Actor actor;
  private final Verb verb;
  private final StatementObject object;
  private final List<Attachment> attachments = new ArrayList<>();
  private @Nullable UUID id;
  private @Nullable Result result;
  private @Nullable Context context;
  private @Nullable Instant timestamp;
  private @Nullable Instant stored;
  private @Nullable Actor authority;
  private @Nullable String version;

  StatementBuilder(Actor actor, Verb verb, StatementObject object) {
    this.actor = actor;
    this.verb = verb;
    this.object = object;
  }

  /** The id; without one the store sets it. */
  public StatementBuilder id(@Nullable UUID value) {
    id = value;
    return this;
  }

  /** What came of it. */
  public StatementBuilder result(@Nullable Result value) {
    result = value;
    return this;
  }

  /** What gives it meaning. */
  public StatementBuilder context(@Nullable Context value) {
    context = value;
    return this;
  }

  /** When it happened; without it the store says when it took the statement. */
  public StatementBuilder timestamp(@Nullable Instant value) {
    timestamp = value;
    return this;
  }

  /** When a store took it; a store sets this itself. */
  public StatementBuilder stored(@Nullable Instant value) {
    stored = value;
    return this;
  }

  /** Who vouches for it; a store sets this itself. */
  public StatementBuilder authority(@Nullable Actor value) {
    authority = value;
    return this;
  }

  /** The version of the specification. */
  public StatementBuilder version(@Nullable String value) {
    version = value;
    return this;
  }

  /** One more file. */
  public StatementBuilder attachment(Attachment value) {
    attachments.add(value);
    return this;
  }

  /** The statement. */
  public Statement build() {
    return new Statement(
        id,
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
}
