package org.lmskit.scorm;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;
import org.lmskit.scorm.manifest.DataMap;
import org.lmskit.scorm.manifest.Item;
import org.lmskit.scorm.manifest.TimeLimitAction;
import org.lmskit.scorm.runtime.Entry;
import org.lmskit.scorm.runtime.InitialObjective;
import org.lmskit.scorm.runtime.LaunchData;
import org.lmskit.scorm.runtime.SharedData;
import org.lmskit.scorm.sequencing.Activity;
import org.lmskit.scorm.sequencing.ObjectiveState;
import org.lmskit.scorm.sequencing.Sequencer;

/**
 * What a launch brings to the content of an activity: from the manifest, the learner and tracking.
 *
 * @see "SCORM 2004 4th Ed. RTE 4.2 and SN 4.2.1.2"
 */
final class LaunchTerms {
  private LaunchTerms() {}

  static LaunchData of(ScormRegistration registration, Activity activity, @Nullable Entry entry) {
    var course = registration.course();
    var learner = registration.learner();
    var launch = LaunchData.of(course.version(), learner.id(), learner.name())
        .mode(learner.mode())
        .credit(learner.forCredit())
        .compatibility(course.compatibility());
    if (entry != null) {
      launch.entry(entry);
    }
    course.item(activity.id()).ifPresent(item -> fromManifest(launch, item));
    if (!course.version().is12()) {
      fromSequencing(launch, activity);
      fromTracking(launch, registration, activity);
    }
    for (DataMap map : course.dataMaps(activity.id())) {
      var value = registration.sharedData().get(map.target());
      launch.sharedData(new SharedData(map.target(), value, map.read(), map.write()));
    }
    return launch.build();
  }

  private static void fromManifest(LaunchData.Builder launch, Item item) {
    var settings = item.settings();
    if (!settings.launchData().isEmpty()) {
      launch.launchData(settings.launchData());
    }
    if (!settings.maxTimeAllowed().isEmpty()) {
      launch.maxTimeAllowed(settings.maxTimeAllowed());
    }
    TimeLimitAction action = settings.timeLimitAction();
    if (action != null) {
      launch.timeLimitAction(action.token());
    }
    BigDecimal mastery = settings.masteryScore();
    if (mastery != null) {
      launch.masteryScore(mastery);
    }
  }

  private static void fromSequencing(LaunchData.Builder launch, Activity activity) {
    var primary = activity.objectives().get(0);
    if (primary.satisfiedByMeasure()) {
      launch.scaledPassingScore(primary.minNormalizedMeasure());
    }
    var threshold = activity.completionThreshold();
    if (threshold.completedByMeasure()) {
      launch.completionThreshold(threshold.minProgressMeasure());
    }
  }

  private static void fromTracking(
      LaunchData.Builder launch, ScormRegistration registration, Activity activity) {
    for (int i = 0; i < activity.objectives().size(); i++) {
      var known = Sequencer.objective(registration.tracking(), activity, i);
      var id = activity.objectives().get(i).id();
      if (id != null) {
        launch.objective(objective(id, known));
      }
      if (i == 0) {
        primary(launch, activity, known);
      }
    }
  }

  private static InitialObjective objective(String id, ObjectiveState known) {
    var objective = InitialObjective.of(id);
    for (var value : CmiValues.of(known).entrySet()) {
      objective = objective.with(value.getKey(), value.getValue());
    }
    return objective;
  }

  /** What decides is not given too: the run time derives the statuses from measures itself. */
  private static void primary(LaunchData.Builder launch, Activity activity, ObjectiveState known) {
    for (var value : CmiValues.of(known).entrySet()) {
      boolean derived = value.getKey().equals("success_status")
              && activity.objectives().get(0).satisfiedByMeasure()
          || value.getKey().equals("completion_status")
              && activity.completionThreshold().completedByMeasure();
      if (!derived) {
        launch.initial("cmi." + value.getKey(), value.getValue());
      }
    }
  }
}
