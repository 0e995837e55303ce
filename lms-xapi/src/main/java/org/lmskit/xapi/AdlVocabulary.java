package org.lmskit.xapi;

/**
 * The verbs and activity types of ADL, the base of most profiles.
 *
 * @see "ADL vocabulary, adlnet.gov/expapi"
 */
public final class AdlVocabulary {
  /** The verb answered. */
  public static final Verb ANSWERED =
      Verb.of("http://adlnet.gov/expapi/verbs/answered", "answered");

  /** The verb asked. */
  public static final Verb ASKED = Verb.of("http://adlnet.gov/expapi/verbs/asked", "asked");

  /** The verb attempted. */
  public static final Verb ATTEMPTED =
      Verb.of("http://adlnet.gov/expapi/verbs/attempted", "attempted");

  /** The verb attended. */
  public static final Verb ATTENDED =
      Verb.of("http://adlnet.gov/expapi/verbs/attended", "attended");

  /** The verb commented. */
  public static final Verb COMMENTED =
      Verb.of("http://adlnet.gov/expapi/verbs/commented", "commented");

  /** The verb completed. */
  public static final Verb COMPLETED =
      Verb.of("http://adlnet.gov/expapi/verbs/completed", "completed");

  /** The verb exited. */
  public static final Verb EXITED = Verb.of("http://adlnet.gov/expapi/verbs/exited", "exited");

  /** The verb experienced. */
  public static final Verb EXPERIENCED =
      Verb.of("http://adlnet.gov/expapi/verbs/experienced", "experienced");

  /** The verb failed. */
  public static final Verb FAILED = Verb.of("http://adlnet.gov/expapi/verbs/failed", "failed");

  /** The verb imported. */
  public static final Verb IMPORTED =
      Verb.of("http://adlnet.gov/expapi/verbs/imported", "imported");

  /** The verb initialized. */
  public static final Verb INITIALIZED =
      Verb.of("http://adlnet.gov/expapi/verbs/initialized", "initialized");

  /** The verb interacted. */
  public static final Verb INTERACTED =
      Verb.of("http://adlnet.gov/expapi/verbs/interacted", "interacted");

  /** The verb launched. */
  public static final Verb LAUNCHED =
      Verb.of("http://adlnet.gov/expapi/verbs/launched", "launched");

  /** The verb mastered. */
  public static final Verb MASTERED =
      Verb.of("http://adlnet.gov/expapi/verbs/mastered", "mastered");

  /** The verb passed. */
  public static final Verb PASSED = Verb.of("http://adlnet.gov/expapi/verbs/passed", "passed");

  /** The verb preferred. */
  public static final Verb PREFERRED =
      Verb.of("http://adlnet.gov/expapi/verbs/preferred", "preferred");

  /** The verb progressed. */
  public static final Verb PROGRESSED =
      Verb.of("http://adlnet.gov/expapi/verbs/progressed", "progressed");

  /** The verb registered. */
  public static final Verb REGISTERED =
      Verb.of("http://adlnet.gov/expapi/verbs/registered", "registered");

  /** The verb responded. */
  public static final Verb RESPONDED =
      Verb.of("http://adlnet.gov/expapi/verbs/responded", "responded");

  /** The verb resumed. */
  public static final Verb RESUMED = Verb.of("http://adlnet.gov/expapi/verbs/resumed", "resumed");

  /** The verb scored. */
  public static final Verb SCORED = Verb.of("http://adlnet.gov/expapi/verbs/scored", "scored");

  /** The verb shared. */
  public static final Verb SHARED = Verb.of("http://adlnet.gov/expapi/verbs/shared", "shared");

  /** The verb suspended. */
  public static final Verb SUSPENDED =
      Verb.of("http://adlnet.gov/expapi/verbs/suspended", "suspended");

  /** The verb terminated. */
  public static final Verb TERMINATED =
      Verb.of("http://adlnet.gov/expapi/verbs/terminated", "terminated");

  /** The verb voided. */
  public static final Verb VOIDED = Verb.of("http://adlnet.gov/expapi/verbs/voided", "voided");

  /** The activity type assessment. */
  public static final Iri ASSESSMENT_TYPE =
      new Iri("http://adlnet.gov/expapi/activities/assessment");

  /** The activity type attempt. */
  public static final Iri ATTEMPT_TYPE = new Iri("http://adlnet.gov/expapi/activities/attempt");

  /** The activity type course. */
  public static final Iri COURSE_TYPE = new Iri("http://adlnet.gov/expapi/activities/course");

  /** The activity type file. */
  public static final Iri FILE_TYPE = new Iri("http://adlnet.gov/expapi/activities/file");

  /** The activity type interaction. */
  public static final Iri INTERACTION_TYPE =
      new Iri("http://adlnet.gov/expapi/activities/cmi.interaction");

  /** The activity type lesson. */
  public static final Iri LESSON_TYPE = new Iri("http://adlnet.gov/expapi/activities/lesson");

  /** The activity type link. */
  public static final Iri LINK_TYPE = new Iri("http://adlnet.gov/expapi/activities/link");

  /** The activity type media. */
  public static final Iri MEDIA_TYPE = new Iri("http://adlnet.gov/expapi/activities/media");

  /** The activity type meeting. */
  public static final Iri MEETING_TYPE = new Iri("http://adlnet.gov/expapi/activities/meeting");

  /** The activity type module. */
  public static final Iri MODULE_TYPE = new Iri("http://adlnet.gov/expapi/activities/module");

  /** The activity type objective. */
  public static final Iri OBJECTIVE_TYPE = new Iri("http://adlnet.gov/expapi/activities/objective");

  /** The activity type performance. */
  public static final Iri PERFORMANCE_TYPE =
      new Iri("http://adlnet.gov/expapi/activities/performance");

  /** The activity type profile. */
  public static final Iri PROFILE_TYPE = new Iri("http://adlnet.gov/expapi/activities/profile");

  /** The activity type question. */
  public static final Iri QUESTION_TYPE = new Iri("http://adlnet.gov/expapi/activities/question");

  /** The activity type simulation. */
  public static final Iri SIMULATION_TYPE =
      new Iri("http://adlnet.gov/expapi/activities/simulation");

  private AdlVocabulary() {}
}
