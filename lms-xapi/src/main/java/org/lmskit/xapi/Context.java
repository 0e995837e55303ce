package org.lmskit.xapi;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What gives a statement its meaning.
 *
 * @param registration the registration that it belongs to; null if none
 * @param instructor who teaches, if not in the statement's actor; null if not said
 * @param team the team of the actor; null if none
 * @param activities related activities
 * @param agents related agents (2.0)
 * @param groups related groups (2.0)
 * @param revision the revision of the activity; null if not said; only if the object is an activity
 * @param platform the platform used; null if not said; only if the object is an activity
 * @param language RFC 5646 tag of the experience; null if not said
 * @param statement another statement that gives context; null if none
 * @param extensions further information
 * @see "xAPI 1.0.3 Data 2.4.6"
 */
public record Context(
    @Nullable UUID registration,
    @Nullable Actor instructor,
    @Nullable Group team,
    ContextActivities activities,
    List<ContextAgent> agents,
    List<ContextGroup> groups,
    @Nullable String revision,
    @Nullable String platform,
    @Nullable String language,
    @Nullable StatementRef statement,
    Extensions extensions) {
  /** Copies the lists. */
  public Context {
    agents = List.copyOf(agents);
    groups = List.copyOf(groups);
  }

  /** A context that says nothing yet. */
  public static Builder builder() {
    return new Builder();
  }

  /** Collects the parts of a context. */
  public static final class Builder {
    private @Nullable UUID registration;
    private @Nullable Actor instructor;
    private @Nullable Group team;
    private ContextActivities activities = ContextActivities.NONE;
    private List<ContextAgent> agents = List.of();
    private List<ContextGroup> groups = List.of();
    private @Nullable String revision;
    private @Nullable String platform;
    private @Nullable String language;
    private @Nullable StatementRef statement;
    private Extensions extensions = Extensions.NONE;

    private Builder() {}

    /** The registration that it belongs to. */
    public Builder registration(@Nullable UUID value) {
      registration = value;
      return this;
    }

    /** Who teaches. */
    public Builder instructor(@Nullable Actor value) {
      instructor = value;
      return this;
    }

    /** The team of the actor. */
    public Builder team(@Nullable Group value) {
      team = value;
      return this;
    }

    /** Related activities. */
    public Builder activities(ContextActivities value) {
      activities = value;
      return this;
    }

    /** Related agents (2.0). */
    public Builder agents(List<ContextAgent> values) {
      agents = values;
      return this;
    }

    /** Related groups (2.0). */
    public Builder groups(List<ContextGroup> values) {
      groups = values;
      return this;
    }

    /** The revision of the activity. */
    public Builder revision(@Nullable String value) {
      revision = value;
      return this;
    }

    /** The platform used. */
    public Builder platform(@Nullable String value) {
      platform = value;
      return this;
    }

    /** RFC 5646 tag of the experience. */
    public Builder language(@Nullable String value) {
      language = value;
      return this;
    }

    /** Another statement that gives context. */
    public Builder statement(@Nullable StatementRef value) {
      statement = value;
      return this;
    }

    /** Further information. */
    public Builder extensions(Extensions values) {
      extensions = values;
      return this;
    }

    /** The context. */
    public Context build() {
      return new Context(
          registration,
          instructor,
          team,
          activities,
          agents,
          groups,
          revision,
          platform,
          language,
          statement,
          extensions);
    }
  }
}
