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

  /** Global objectives show in {@code cmi.objectives} alone: {@code cmi} itself begins unknown. */
  private static void fromTracking(
      LaunchData.Builder launch, ScormRegistration registration, Activity activity) {
    for (int i = 0; i < activity.objectives().size(); i++) {
      var id = activity.objectives().get(i).id();
      if (id != null) {
        launch.objective(objective(id, Sequencer.initial(registration.tracking(), activity, i)));
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
}
