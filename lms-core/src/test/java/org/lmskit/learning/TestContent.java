package org.lmskit.learning;

import java.util.List;
import java.util.Optional;
import org.lmskit.internal.JsonBody;
import org.lmskit.model.LearnerKey;
import org.lmskit.model.Reason;
import org.lmskit.model.RejectedException;
import org.lmskit.store.Kind;
import org.lmskit.store.Kinds;

/** Content that says what it is told to say, and counts how often it was asked. */
public final class TestContent
    implements ContentType<TestContent.Counter, TestContent.Counter, TestContent.Say, Integer> {
  static final Kind<Counter> STATES =
      Kind.mutable("test_state", Counter::id).body(JsonBody.of(Counter.class));
  static final Kind<Counter> LEARNERS =
      Kind.mutable("test_learner", Counter::id).body(JsonBody.of(Counter.class));
  public static final Kinds KINDS =
      new Kinds("test", List.of(STATES, LEARNERS), TestContent.class.getClassLoader());
  public static final TestContent TYPE = new TestContent();

  /** How often something was asked. */
  public record Counter(String id, int count) {
    Counter next() {
      return new Counter(id, count + 1);
    }
  }

  /** What to say. */
  public record Say(List<Fact> facts, boolean refuse) {}

  enum Refusal implements Reason {
    NOT_NOW
  }

  private TestContent() {}

  @Override
  public String name() {
    return "test";
  }

  @Override
  public Kind<Counter> states() {
    return STATES;
  }

  @Override
  public Optional<Kind<Counter>> learnerStates() {
    return Optional.of(LEARNERS);
  }

  @Override
  public Counter newState(Attempt attempt) {
    return new Counter(attempt.id().value(), 0);
  }

  @Override
  public Counter newLearnerState(LearnerKey learner) {
    return new Counter(learner.value(), 0);
  }

  @Override
  public Step<Counter, Counter, Integer> advance(Sitting<Counter, Counter> sitting, Say request) {
    if (request.refuse()) {
      throw new RejectedException(Refusal.NOT_NOW, "as told");
    }
    Counter learner = sitting.learnerState().next();
    return new Step<>(sitting.state().next(), learner, request.facts(), learner.count());
  }
}
