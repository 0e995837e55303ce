package org.lmskit.examples.play;

import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Supplier;
import org.lmskit.scorm.ScormCourse;
import org.lmskit.scorm.ScormLearner;
import org.lmskit.scorm.ScormRegistration;
import org.lmskit.scorm.sequencing.ObjectiveState;

/** What a learner keeps while the program runs: one registration a package, and what they share. */
final class PlayLearner {
  private final Map<PlayPackage, ScormRegistration> registrations = new HashMap<>();
  private final Map<String, ObjectiveState> objectives = new TreeMap<>();
  private final Map<String, String> stores = new HashMap<>();

  /** The registration of a package, for the learner on these terms. */
  ScormRegistration open(PlayPackage key, ScormLearner learner, Supplier<ScormRegistration> first) {
    ScormRegistration known = registrations.get(key);
    ScormRegistration registration = known == null ? first.get() : known.withLearner(learner);
    ScormCourse course = registration.course();
    if (course.tree().objectivesGlobalToSystem()) {
      registration = registration.withGlobals(objectives);
    }
    return course.sharedDataGlobalToSystem() ? registration.withSharedData(stores) : registration;
  }

  boolean knows(PlayPackage key) {
    return registrations.containsKey(key);
  }

  void keep(PlayPackage key, ScormRegistration registration) {
    registrations.put(key, registration);
    if (registration.course().tree().objectivesGlobalToSystem()) {
      Map<String, ObjectiveState> left = objectives(registration);
      objectives.clear();
      objectives.putAll(left);
    }
    if (registration.course().sharedDataGlobalToSystem()) {
      stores.putAll(registration.sharedData());
    }
  }

  /** All global objectives that have a value, those of the package first in question. */
  Map<String, ObjectiveState> objectives(ScormRegistration registration) {
    Map<String, ObjectiveState> known = new TreeMap<>(objectives);
    // content may set to unknown what was known
    registration.course().tree().globalObjectives().forEach(known::remove);
    known.putAll(registration.globals());
    return known;
  }
}
