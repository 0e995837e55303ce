package org.lmskit.scorm;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.lmskit.scorm.runtime.RuntimeState;
import org.lmskit.scorm.sequencing.Activity;
import org.lmskit.scorm.sequencing.ObjectiveState;
import org.lmskit.scorm.sequencing.Sequencer;
import org.lmskit.scorm.sequencing.TrackingState;
import org.lmskit.scorm.sequencing.ValidRequests;

/**
 * A learner's work on a course: tracking, the run-time data of each activity, data stores and global
 * objectives as one immutable value. {@link ScormPlayback} takes it from one to the next.
 */
public final class ScormRegistration {
  private final ScormCourse course;
  private final ScormLearner learner;
  private final TrackingState tracking;
  private final Map<String, RuntimeState> runtime;
  private final Map<String, String> sharedData;
  private final @Nullable RunningContent running;

  ScormRegistration(
      ScormCourse course,
      ScormLearner learner,
      TrackingState tracking,
      Map<String, RuntimeState> runtime,
      Map<String, String> sharedData,
      @Nullable RunningContent running) {
    this.course = course;
    this.learner = learner;
    this.tracking = tracking;
    this.runtime = runtime;
    this.sharedData = sharedData;
    this.running = running;
  }

  /**
   * A registration with which nothing was done yet.
   *
   * @param seed decides which children are selected and in which order
   */
  public static ScormRegistration open(ScormCourse course, ScormLearner learner, long seed) {
    return new ScormRegistration(
        course, learner, Sequencer.begin(course.tree(), seed), Map.of(), Map.of(), null);
  }

  /** The course. */
  public ScormCourse course() {
    return course;
  }

  /** The learner and his terms. */
  public ScormLearner learner() {
    return learner;
  }

  /** What is tracked of the activities. */
  public TrackingState tracking() {
    return tracking;
  }

  /** The activity whose content is delivered now. */
  public Optional<Activity> delivered() {
    return Optional.ofNullable(running).map(RunningContent::activity);
  }

  /** The run-time data of an activity's newest attempt; empty if it was never delivered. */
  public Optional<RuntimeState> runtime(String activityId) {
    return running != null && running.activity().id().equals(activityId)
        ? Optional.of(running.state())
        : Optional.ofNullable(runtime.get(activityId));
  }

  /** The data stores that have a value, by id. */
  public Map<String, String> sharedData() {
    return sharedData;
  }

  /** This registration with the data stores as other packages of the learner left them. */
  public ScormRegistration withSharedData(Map<String, String> values) {
    return new ScormRegistration(course, learner, tracking, runtime, Map.copyOf(values), running);
  }

  /** The global objectives that are known, by id. */
  public Map<String, ObjectiveState> globals() {
    return tracking.globals();
  }

  /** This registration with the global objectives as other packages of the learner left them. */
  public ScormRegistration withGlobals(Map<String, ObjectiveState> values) {
    return with(tracking.withGlobals(values));
  }

  /** This registration for the learner on other terms. */
  public ScormRegistration withLearner(ScormLearner other) {
    return new ScormRegistration(course, other, tracking, runtime, sharedData, running);
  }

  /** Which requests would be served now, as if what content said so far were its last word. */
  public ValidRequests validRequests(Instant now) {
    return Sequencer.validRequests(ScormPlayback.recorded(this).tracking(), now);
  }

  /**
   * Identifiers of what a table of contents shows, the organization first; empty for a course with a
   * single activity, which has none.
   */
  public List<String> tableOfContents(Instant now) {
    if (course.isSingle()) {
      return List.of();
    }
    var shown = Sequencer.tableOfContents(ScormPlayback.recorded(this).tracking(), now);
    return shown.stream().map(Activity::id).toList();
  }

  /** The controls that the delivered activity hides, by the manifest's words. */
  public List<String> hidden() {
    return delivered()
        .map(activity ->
            activity.hiddenUi().stream().sorted().map(ui -> ui.code()).toList())
        .orElse(List.of());
  }

  /** The run-time data of activities that are not delivered now. */
  Map<String, RuntimeState> kept() {
    return runtime;
  }

  @Nullable
  RunningContent running() {
    return running;
  }

  ScormRegistration with(TrackingState next) {
    return new ScormRegistration(course, learner, next, runtime, sharedData, running);
  }

  ScormRegistration with(RunningContent next) {
    return new ScormRegistration(course, learner, tracking, runtime, sharedData, next);
  }

  /** Content is gone: its state joins those of the other activities. */
  ScormRegistration withoutRunning() {
    if (running == null) {
      return this;
    }
    var kept = new LinkedHashMap<>(runtime);
    kept.put(running.activity().id(), running.state());
    return new ScormRegistration(course, learner, tracking, kept, sharedData, null);
  }

  ScormRegistration withStores(Map<String, String> written) {
    if (written.isEmpty()) {
      return this;
    }
    var stores = new LinkedHashMap<>(sharedData);
    stores.putAll(written);
    return new ScormRegistration(course, learner, tracking, runtime, stores, running);
  }

  ScormRegistration withoutStores() {
    return new ScormRegistration(course, learner, tracking, runtime, Map.of(), running);
  }
}
