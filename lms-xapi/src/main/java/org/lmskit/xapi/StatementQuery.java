package org.lmskit.xapi;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Which statements are wanted; every condition that is given must hold. A statement also matches if it
 * refers, over any number of StatementRefs, to one that matches.
 *
 * @param agent who acts (or, with relatedAgents, is mentioned); null for anyone
 * @param verb null for any
 * @param activity the object (or, with relatedActivities, mentioned); null for any
 * @param registration null for any
 * @param relatedActivities look for the activity in contexts and SubStatements too
 * @param relatedAgents look for the agent in all places too
 * @param since only what was stored after this instant; null for no bound
 * @param until only what was stored at or before this instant; null for no bound
 * @param limit at most so many on a page, 0 for what the store thinks best
 * @param ascending the oldest first instead of the newest
 * @param presentation in what form
 * @param cursor where the next page begins, from {@link StatementPage#next()}; null for the first page
 * @see "xAPI 1.0.3 Communication 2.1.3"
 */
public record StatementQuery(
    @Nullable Actor agent,
    @Nullable Iri verb,
    @Nullable Iri activity,
    @Nullable UUID registration,
    boolean relatedActivities,
    boolean relatedAgents,
    @Nullable Instant since,
    @Nullable Instant until,
    int limit,
    boolean ascending,
    Presentation presentation,
    @Nullable String cursor) {
  /** Everything, the newest first. */
  public static final StatementQuery ALL = builder().build();

  /** @throws IllegalArgumentException if the limit is negative */
  public StatementQuery {
    if (limit < 0) throw new IllegalArgumentException("limit below 0: " + limit);
  }

  /** A query without conditions. */
  public static Builder builder() {
    return new Builder();
  }

  /** The same query from a cursor on. */
  public StatementQuery from(@Nullable String place) {
    return new StatementQuery(
        agent,
        verb,
        activity,
        registration,
        relatedActivities,
        relatedAgents,
        since,
        until,
        limit,
        ascending,
        presentation,
        place);
  }

  /** Collects conditions. Not thread-safe. */
  public static final class Builder {
    private @Nullable Actor agent;
    private @Nullable Iri verb;
    private @Nullable Iri activity;
    private @Nullable UUID registration;
    private boolean relatedActivities;
    private boolean relatedAgents;
    private @Nullable Instant since;
    private @Nullable Instant until;
    private int limit;
    private boolean ascending;
    private Presentation presentation = Presentation.EXACT;

    private Builder() {}

    /** Who acts: an agent or an identified group. */
    public Builder agent(@Nullable Actor value) {
      agent = value;
      return this;
    }

    /** The verb. */
    public Builder verb(@Nullable Iri value) {
      verb = value;
      return this;
    }

    /** The activity that is the object. */
    public Builder activity(@Nullable Iri value) {
      activity = value;
      return this;
    }

    /** The registration. */
    public Builder registration(@Nullable UUID value) {
      registration = value;
      return this;
    }

    /** Whether to look for the activity in contexts and SubStatements too. */
    public Builder relatedActivities(boolean value) {
      relatedActivities = value;
      return this;
    }

    /** Whether to look for the agent in all places too. */
    public Builder relatedAgents(boolean value) {
      relatedAgents = value;
      return this;
    }

    /** Only what was stored after this instant. */
    public Builder since(@Nullable Instant value) {
      since = value;
      return this;
    }

    /** Only what was stored at or before this instant. */
    public Builder until(@Nullable Instant value) {
      until = value;
      return this;
    }

    /** At most so many on a page; 0 for what the store thinks best. */
    public Builder limit(int value) {
      limit = value;
      return this;
    }

    /** Whether the oldest come first. */
    public Builder ascending(boolean value) {
      ascending = value;
      return this;
    }

    /** In what form. */
    public Builder presentation(Presentation value) {
      presentation = value;
      return this;
    }

    /** The query. */
    public StatementQuery build() {
      return new StatementQuery(
          agent,
          verb,
          activity,
          registration,
          relatedActivities,
          relatedAgents,
          since,
          until,
          limit,
          ascending,
          presentation,
          null);
    }
  }
}
