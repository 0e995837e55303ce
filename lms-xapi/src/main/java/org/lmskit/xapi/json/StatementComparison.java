package org.lmskit.xapi.json;

import java.math.BigDecimal;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.lmskit.model.Score;
import org.lmskit.xapi.Activity;
import org.lmskit.xapi.Agent;
import org.lmskit.xapi.Attachment;
import org.lmskit.xapi.Context;
import org.lmskit.xapi.Extensions;
import org.lmskit.xapi.Group;
import org.lmskit.xapi.Identifier;
import org.lmskit.xapi.Iri;
import org.lmskit.xapi.JsonValue;
import org.lmskit.xapi.LanguageMap;
import org.lmskit.xapi.Result;
import org.lmskit.xapi.Statement;
import org.lmskit.xapi.Verb;

/**
 * Whether two texts are one statement. What a store sets, definitions of activities, displays of verbs, the
 * order of group members, the zone of timestamps, the case of e-mail domains and hashes, the way a number
 * is written, and signatures do not count.
 *
 * @see "xAPI 1.0.3 Data 2.3.1; IEEE 9274.1.1 4.2.3"
 */
public final class StatementComparison {
  private static final Normal NORMAL = new Normal();

  private StatementComparison() {}

  /**
   * Whether both are the same statement. A timestamp counts only if both have one and neither of the two
   * can have been set by a store, which sets it to the time of storing.
   */
  public static boolean areSame(Statement one, Statement other) {
    return sameTimestamp(one, other) && normal(one).equals(normal(other));
  }

  private static boolean sameTimestamp(Statement one, Statement other) {
    if (one.timestamp() == null || other.timestamp() == null) return true;
    if (one.timestamp().equals(other.timestamp())) return true;
    return one.timestamp().equals(one.stored()) || other.timestamp().equals(other.stored());
  }

  private static Statement normal(Statement statement) {
    Statement s = NORMAL.statement(statement);
    return new Statement(
        s.id(),
        s.actor(),
        s.verb(),
        s.object(),
        s.result(),
        s.context(),
        null,
        null,
        null,
        null,
        s.attachments());
  }

  /** Gives all forms of a statement that count as the same one form. */
  private static final class Normal extends StatementRewrite {
    @Override
    Agent agent(Agent agent) {
      return new Agent(agent.name(), Objects.requireNonNull(identifier(agent.identifier())));
    }

    @Override
    Group group(Group group) {
      List<Agent> members = group.members().stream()
          .map(this::agent)
          .sorted(Comparator.comparing((Agent a) -> a.identifier().key())
              .thenComparing(Agent::toString))
          .toList();
      return new Group(group.name(), identifier(group.identifier()), members);
    }

    private static @Nullable Identifier identifier(@Nullable Identifier identifier) {
      return identifier == null ? null : identifier.normal();
    }

    @Override
    Verb verb(Verb verb) {
      return new Verb(verb.id(), LanguageMap.NONE);
    }

    @Override
    Activity activity(Activity activity) {
      return new Activity(activity.id(), null);
    }

    @Override
    Result result(Result r) {
      return new Result(
          r.score() == null ? null : score(r.score()),
          r.success(),
          r.completion(),
          r.response(),
          r.duration() == null ? null : r.duration().normalized(),
          extensions(r.extensions()));
    }

    private static Score score(Score s) {
      return new Score(
          number(s.scaledOrNull()),
          number(s.rawOrNull()),
          number(s.minOrNull()),
          number(s.maxOrNull()));
    }

    private static @Nullable BigDecimal number(@Nullable BigDecimal value) {
      return value == null ? null : new BigDecimal(CanonicalJson.number(value));
    }

    @Override
    @Nullable
    Context context(@Nullable Context context) {
      Context c = super.context(context);
      if (c == null) return null;
      return new Context(
          c.registration(),
          c.instructor(),
          c.team(),
          c.activities(),
          c.agents(),
          c.groups(),
          c.revision(),
          c.platform(),
          c.language(),
          c.statement(),
          extensions(c.extensions()));
    }

    private static Extensions extensions(Extensions extensions) {
      if (extensions.isEmpty()) return extensions;
      Map<Iri, JsonValue> values = new LinkedHashMap<>();
      extensions
          .values()
          .forEach((iri, value) -> values.put(iri, new JsonValue(CanonicalJson.of(value.json()))));
      return new Extensions(values);
    }

    @Override
    List<Attachment> attachments(List<Attachment> attachments) {
      return attachments.stream()
          .filter(a -> !a.isSignature())
          .map(Normal::attachment)
          .toList();
    }

    private static Attachment attachment(Attachment a) {
      return new Attachment(
          a.usageType(),
          a.display(),
          a.description(),
          a.contentType(),
          a.length(),
          a.sha2().toLowerCase(Locale.ROOT),
          a.fileUrl());
    }
  }
}
