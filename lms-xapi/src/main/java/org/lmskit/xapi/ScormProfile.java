package org.lmskit.xapi;

/**
 * The SCORM profile of ADL: how SCORM run-time data is said in statements.
 *
 * @see "xAPI SCORM Profile 1.0"
 */
public final class ScormProfile {
  /** The category of every statement of the profile. */
  public static final Iri CATEGORY = new Iri("https://w3id.org/xapi/scorm");

  /** The activity state document of an attempt. */
  public static final Iri ATTEMPT_STATE = new Iri("https://w3id.org/xapi/scorm/attempt-state");

  /** The activity state document of an activity over all attempts. */
  public static final Iri ACTIVITY_STATE = new Iri("https://w3id.org/xapi/scorm/activity-state");

  /** The activity profile document. */
  public static final Iri ACTIVITY_PROFILE =
      new Iri("https://w3id.org/xapi/scorm/activity-profile");

  /** The agent profile document. */
  public static final Iri AGENT_PROFILE = new Iri("https://w3id.org/xapi/scorm/agent-profile");

  /** The verb initialized. */
  public static final Verb INITIALIZED =
      Verb.of("http://adlnet.gov/expapi/verbs/initialized", "initialized");

  /** The verb suspended. */
  public static final Verb SUSPENDED =
      Verb.of("http://adlnet.gov/expapi/verbs/suspended", "suspended");

  /** The verb resumed. */
  public static final Verb RESUMED = Verb.of("http://adlnet.gov/expapi/verbs/resumed", "resumed");

  /** The verb terminated. */
  public static final Verb TERMINATED =
      Verb.of("http://adlnet.gov/expapi/verbs/terminated", "terminated");

  /** The verb passed. */
  public static final Verb PASSED = Verb.of("http://adlnet.gov/expapi/verbs/passed", "passed");

  /** The verb failed. */
  public static final Verb FAILED = Verb.of("http://adlnet.gov/expapi/verbs/failed", "failed");

  /** The verb completed. */
  public static final Verb COMPLETED =
      Verb.of("http://adlnet.gov/expapi/verbs/completed", "completed");

  /** The verb scored. */
  public static final Verb SCORED = Verb.of("http://adlnet.gov/expapi/verbs/scored", "scored");

  /** The verb responded. */
  public static final Verb RESPONDED =
      Verb.of("http://adlnet.gov/expapi/verbs/responded", "responded");

  /** The verb commented. */
  public static final Verb COMMENTED =
      Verb.of("http://adlnet.gov/expapi/verbs/commented", "commented");

  /** The activity type of a course. */
  public static final Iri COURSE_TYPE = new Iri("http://adlnet.gov/expapi/activities/course");

  /** The activity type of a SCO. */
  public static final Iri LESSON_TYPE = new Iri("http://adlnet.gov/expapi/activities/lesson");

  /** The activity type of an attempt. */
  public static final Iri ATTEMPT_TYPE = new Iri("http://adlnet.gov/expapi/activities/attempt");

  /** The activity type of an interaction. */
  public static final Iri INTERACTION_TYPE =
      new Iri("http://adlnet.gov/expapi/activities/cmi.interaction");

  /** The activity type of an objective. */
  public static final Iri OBJECTIVE_TYPE = new Iri("http://adlnet.gov/expapi/activities/objective");

  private ScormProfile() {}
}
