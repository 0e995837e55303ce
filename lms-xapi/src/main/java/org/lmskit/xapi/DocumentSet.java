package org.lmskit.xapi;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The documents of one resource that belong to one thing. */
public sealed interface DocumentSet {
  /** The name of the resource: {@code activities/state}, {@code activities/profile}, {@code agents/profile}. */
  String resource();

  /**
   * The state documents of an agent in an activity.
   *
   * @param activity which activity
   * @param agent whose state; an agent or an identified group
   * @param registration null: for one document, the document without a registration; for a list or a
   *     deletion of many, those of every registration and of none
   * @see "xAPI 1.0.3 Communication 2.3"
   */
  record State(Iri activity, Actor agent, @Nullable UUID registration) implements DocumentSet {
    @Override
    public String resource() {
      return "activities/state";
    }
  }

  /**
   * The profile documents of an activity.
   *
   * @param activity which activity
   * @see "xAPI 1.0.3 Communication 2.7"
   */
  record ActivityProfile(Iri activity) implements DocumentSet {
    @Override
    public String resource() {
      return "activities/profile";
    }
  }

  /**
   * The profile documents of an agent.
   *
   * @param agent whose profile; an agent or an identified group
   * @see "xAPI 1.0.3 Communication 2.6"
   */
  record AgentProfile(Actor agent) implements DocumentSet {
    @Override
    public String resource() {
      return "agents/profile";
    }
  }

  /** One document of this set. */
  default DocumentId document(String id) {
    return new DocumentId(this, id);
  }
}
