package org.lmskit.xapi;

/**
 * The verbs, categories, extensions and activity types of cmi5.
 *
 * @see "cmi5 (Quartz) 9.3, 9.5, 9.6"
 */
public final class Cmi5Vocabulary {
  /** The verb launched. */
  public static final Verb LAUNCHED =
      Verb.of("http://adlnet.gov/expapi/verbs/launched", "launched");

  /** The verb initialized. */
  public static final Verb INITIALIZED =
      Verb.of("http://adlnet.gov/expapi/verbs/initialized", "initialized");

  /** The verb completed. */
  public static final Verb COMPLETED =
      Verb.of("http://adlnet.gov/expapi/verbs/completed", "completed");

  /** The verb passed. */
  public static final Verb PASSED = Verb.of("http://adlnet.gov/expapi/verbs/passed", "passed");

  /** The verb failed. */
  public static final Verb FAILED = Verb.of("http://adlnet.gov/expapi/verbs/failed", "failed");

  /** The verb abandoned. */
  public static final Verb ABANDONED =
      Verb.of("https://w3id.org/xapi/adl/verbs/abandoned", "abandoned");

  /** The verb waived. */
  public static final Verb WAIVED = Verb.of("https://w3id.org/xapi/adl/verbs/waived", "waived");

  /** The verb terminated. */
  public static final Verb TERMINATED =
      Verb.of("http://adlnet.gov/expapi/verbs/terminated", "terminated");

  /** The verb satisfied. */
  public static final Verb SATISFIED =
      Verb.of("https://w3id.org/xapi/adl/verbs/satisfied", "satisfied");

  /** The category of every statement that cmi5 defines. */
  public static final Iri CMI5_CATEGORY =
      new Iri("https://w3id.org/xapi/cmi5/context/categories/cmi5");

  /** The category of statements that count for moveOn. */
  public static final Iri MOVE_ON_CATEGORY =
      new Iri("https://w3id.org/xapi/cmi5/context/categories/moveon");

  /** The context extension with the session. */
  public static final Iri SESSION_ID =
      new Iri("https://w3id.org/xapi/cmi5/context/extensions/sessionid");

  /** The context extension with the mastery score. */
  public static final Iri MASTERY_SCORE =
      new Iri("https://w3id.org/xapi/cmi5/context/extensions/masteryscore");

  /** The context extension with the launch mode. */
  public static final Iri LAUNCH_MODE =
      new Iri("https://w3id.org/xapi/cmi5/context/extensions/launchmode");

  /** The context extension with the launch URL. */
  public static final Iri LAUNCH_URL =
      new Iri("https://w3id.org/xapi/cmi5/context/extensions/launchurl");

  /** The context extension with the launch parameters. */
  public static final Iri LAUNCH_PARAMETERS =
      new Iri("https://w3id.org/xapi/cmi5/context/extensions/launchparameters");

  /** The context extension with the moveOn criterion. */
  public static final Iri MOVE_ON = new Iri("https://w3id.org/xapi/cmi5/context/extensions/moveon");

  /** The result extension with the progress in percent. */
  public static final Iri PROGRESS =
      new Iri("https://w3id.org/xapi/cmi5/result/extensions/progress");

  /** The result extension with the reason of a waiver. */
  public static final Iri REASON = new Iri("https://w3id.org/xapi/cmi5/result/extensions/reason");

  /** The activity type of a course. */
  public static final Iri COURSE_TYPE = new Iri("https://w3id.org/xapi/cmi5/activitytype/course");

  /** The activity type of a block. */
  public static final Iri BLOCK_TYPE = new Iri("https://w3id.org/xapi/cmi5/activitytype/block");

  private Cmi5Vocabulary() {}
}
