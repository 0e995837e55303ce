package org.lmskit.scorm;

import java.util.Map;
import java.util.TreeMap;
import org.lmskit.internal.JsonBody;
import org.lmskit.model.LearnerKey;
import org.lmskit.scorm.sequencing.ActivityTree;
import org.lmskit.scorm.sequencing.ObjectiveState;
import org.lmskit.store.Kind;

/**
 * What a learner keeps across packages: global objectives and data stores that are global to the
 * system.
 *
 * @param learner whose
 * @param objectives the values that are known, by id
 * @param stores the data stores that have a value, by id
 * @see "SCORM 2004 4th Ed. SN 3.10.1 (adlseq:objectivesGlobalToSystem)"
 */
record ScormShared(
    LearnerKey learner, Map<String, ObjectiveState> objectives, Map<String, String> stores) {
  static final Kind<ScormShared> KIND = Kind.<ScormShared>mutable(
          "scorm_shared", shared -> shared.learner().value())
      .body(JsonBody.of(ScormShared.class));

  ScormShared {
    objectives = Map.copyOf(objectives);
    stores = Map.copyOf(stores);
  }

  static ScormShared nothing(LearnerKey learner) {
    return new ScormShared(learner, Map.of(), Map.of());
  }

  /** The registration with what other packages left for it. */
  ScormRegistration into(ScormRegistration registration) {
    ScormRegistration next = registration;
    if (registration.course().tree().objectivesGlobalToSystem()) {
      next = next.withGlobals(objectives);
    }
    if (registration.course().sharedDataGlobalToSystem()) {
      next = next.withSharedData(stores);
    }
    return next;
  }

  /** With what the registration leaves for other packages. */
  ScormShared from(ScormRegistration registration) {
    Map<String, ObjectiveState> nextObjectives = new TreeMap<>(objectives);
    ActivityTree tree = registration.course().tree();
    if (tree.objectivesGlobalToSystem()) {
      // content may set to unknown what was known
      tree.globalObjectives().forEach(nextObjectives::remove);
      nextObjectives.putAll(registration.globals());
    }
    Map<String, String> nextStores = new TreeMap<>(stores);
    if (registration.course().sharedDataGlobalToSystem()) {
      nextStores.putAll(registration.sharedData());
    }
    return new ScormShared(learner, nextObjectives, nextStores);
  }
}
