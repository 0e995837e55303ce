package org.lmskit.xapi;

/**
 * The video profile: how the watching of a video is said in statements.
 *
 * @see "xAPI Video Profile 1.0.3"
 */
public final class VideoProfile {
  /** The category of every statement of the profile. */
  public static final Iri CATEGORY = new Iri("https://w3id.org/xapi/video");

  /** The activity type of a video. */
  public static final Iri VIDEO_TYPE = new Iri("https://w3id.org/xapi/video/activity-type/video");

  /** The verb initialized. */
  public static final Verb INITIALIZED =
      Verb.of("http://adlnet.gov/expapi/verbs/initialized", "initialized");

  /** The verb completed. */
  public static final Verb COMPLETED =
      Verb.of("http://adlnet.gov/expapi/verbs/completed", "completed");

  /** The verb terminated. */
  public static final Verb TERMINATED =
      Verb.of("http://adlnet.gov/expapi/verbs/terminated", "terminated");

  /** The verb interacted. */
  public static final Verb INTERACTED =
      Verb.of("http://adlnet.gov/expapi/verbs/interacted", "interacted");

  /** The verb played. */
  public static final Verb PLAYED = Verb.of("https://w3id.org/xapi/video/verbs/played", "played");

  /** The verb paused. */
  public static final Verb PAUSED = Verb.of("https://w3id.org/xapi/video/verbs/paused", "paused");

  /** The verb seeked. */
  public static final Verb SEEKED = Verb.of("https://w3id.org/xapi/video/verbs/seeked", "seeked");

  /** The extension session-id. */
  public static final Iri SESSION_ID_EXTENSION =
      new Iri("https://w3id.org/xapi/video/extensions/session-id");

  /** The extension cc-enabled. */
  public static final Iri CC_ENABLED_EXTENSION =
      new Iri("https://w3id.org/xapi/video/extensions/cc-enabled");

  /** The extension cc-subtitle-lang. */
  public static final Iri CC_SUBTITLE_LANG_EXTENSION =
      new Iri("https://w3id.org/xapi/video/extensions/cc-subtitle-lang");

  /** The extension frame-rate. */
  public static final Iri FRAME_RATE_EXTENSION =
      new Iri("https://w3id.org/xapi/video/extensions/frame-rate");

  /** The extension full-screen. */
  public static final Iri FULL_SCREEN_EXTENSION =
      new Iri("https://w3id.org/xapi/video/extensions/full-screen");

  /** The extension quality. */
  public static final Iri QUALITY_EXTENSION =
      new Iri("https://w3id.org/xapi/video/extensions/quality");

  /** The extension screen-size. */
  public static final Iri SCREEN_SIZE_EXTENSION =
      new Iri("https://w3id.org/xapi/video/extensions/screen-size");

  /** The extension video-playback-size. */
  public static final Iri VIDEO_PLAYBACK_SIZE_EXTENSION =
      new Iri("https://w3id.org/xapi/video/extensions/video-playback-size");

  /** The extension speed. */
  public static final Iri SPEED_EXTENSION = new Iri("https://w3id.org/xapi/video/extensions/speed");

  /** The extension track. */
  public static final Iri TRACK_EXTENSION = new Iri("https://w3id.org/xapi/video/extensions/track");

  /** The extension user-agent. */
  public static final Iri USER_AGENT_EXTENSION =
      new Iri("https://w3id.org/xapi/video/extensions/user-agent");

  /** The extension volume. */
  public static final Iri VOLUME_EXTENSION =
      new Iri("https://w3id.org/xapi/video/extensions/volume");

  /** The extension length. */
  public static final Iri LENGTH_EXTENSION =
      new Iri("https://w3id.org/xapi/video/extensions/length");

  /** The extension completion-threshold. */
  public static final Iri COMPLETION_THRESHOLD_EXTENSION =
      new Iri("https://w3id.org/xapi/video/extensions/completion-threshold");

  /** The extension time. */
  public static final Iri TIME_EXTENSION = new Iri("https://w3id.org/xapi/video/extensions/time");

  /** The extension time-from. */
  public static final Iri TIME_FROM_EXTENSION =
      new Iri("https://w3id.org/xapi/video/extensions/time-from");

  /** The extension time-to. */
  public static final Iri TIME_TO_EXTENSION =
      new Iri("https://w3id.org/xapi/video/extensions/time-to");

  /** The extension progress. */
  public static final Iri PROGRESS_EXTENSION =
      new Iri("https://w3id.org/xapi/video/extensions/progress");

  /** The extension played-segments. */
  public static final Iri PLAYED_SEGMENTS_EXTENSION =
      new Iri("https://w3id.org/xapi/video/extensions/played-segments");

  private VideoProfile() {}
}
