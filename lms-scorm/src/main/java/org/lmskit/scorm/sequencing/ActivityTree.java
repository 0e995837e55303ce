package org.lmskit.scorm.sequencing;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.lmskit.scorm.sequencing.definition.Objective;
import org.lmskit.scorm.sequencing.definition.ObjectiveMap;
import org.lmskit.scorm.sequencing.definition.RandomizationControls;

/**
 * The activity tree of an organization: static, built once per package, shared by all learners and
 * threads.
 *
 * @see "SCORM 2004 4th Ed. SN 2.1 (Content structure and the activity tree)"
 */
public final class ActivityTree {
  private final List<Activity> activities = new ArrayList<>();
  private final Map<String, Activity> byId = new HashMap<>();
  private final Map<String, Integer> globals = new LinkedHashMap<>();
  private final Map<String, List<Activity>> readers = new HashMap<>();
  private final List<Activity> mapped = new ArrayList<>();
  private final List<Activity> shuffled = new ArrayList<>();
  private final boolean objectivesGlobalToSystem;
  private final boolean hasPrerequisites;

  private ActivityTree(ActivityDefinition organization, boolean objectivesGlobalToSystem) {
    this.objectivesGlobalToSystem = objectivesGlobalToSystem;
    activities.add(new Activity(organization, 0, 0, null));
    addChildren(activities.get(0), organization);
    activities.forEach(this::register);
    this.hasPrerequisites = activities.stream().anyMatch(a -> a.prerequisites() != null);
  }

  /**
   * Builds the tree of an organization.
   *
   * @param organization the root and all below it
   * @param objectivesGlobalToSystem whether global objectives outlive an attempt on the tree and are
   *     shared with other packages of the learner
   * @throws IllegalArgumentException if two activities have the same id
   */
  public static ActivityTree of(ActivityDefinition organization, boolean objectivesGlobalToSystem) {
    return new ActivityTree(organization, objectivesGlobalToSystem);
  }

  private void addChildren(Activity parent, ActivityDefinition definition) {
    int position = 0;
    for (ActivityDefinition child : definition.children()) {
      var activity = new Activity(child, activities.size(), position++, parent);
      activities.add(activity);
      parent.add(activity);
      addChildren(activity, child);
    }
    parent.endsAt(activities.size());
  }

  private void register(Activity activity) {
    if (byId.put(activity.id(), activity) != null) {
      throw new IllegalArgumentException("two activities with the id " + activity.id());
    }
    for (Objective objective : activity.objectives()) {
      for (ObjectiveMap map : objective.maps()) {
        globals.putIfAbsent(map.target(), globals.size());
      }
    }
    if (activity.objectives().stream().anyMatch(objective -> !objective.maps().isEmpty())) {
      mapped.add(activity);
    }
    for (ObjectiveMap map : activity.sequencing().primaryObjective().maps()) {
      if (!map.reads().isEmpty()) {
        readers.computeIfAbsent(map.target(), t -> new ArrayList<>()).add(activity);
      }
    }
    var controls = activity.sequencing().randomization();
    if (!activity.isLeaf() && isShuffled(controls)) {
      shuffled.add(activity);
    }
  }

  private static boolean isShuffled(RandomizationControls controls) {
    return controls.selectionTiming() != RandomizationControls.Timing.NEVER
        || controls.randomizationTiming() != RandomizationControls.Timing.NEVER;
  }

  /** The organization. */
  public Activity root() {
    return activities.get(0);
  }

  /** All activities in the order of the manifest, the root first. */
  public List<Activity> activities() {
    return List.copyOf(activities);
  }

  /** The activity with this identifier. */
  public Optional<Activity> find(String id) {
    return Optional.ofNullable(byId.get(id));
  }

  /** Ids of the global objectives that its maps name, in the order of the manifest. */
  public List<String> globalObjectives() {
    return List.copyOf(globals.keySet());
  }

  /** Whether global objectives outlive an attempt and are shared with other packages. */
  public boolean objectivesGlobalToSystem() {
    return objectivesGlobalToSystem;
  }

  /** Whether an activity has prerequisites, so that lesson statuses matter. */
  boolean hasPrerequisites() {
    return hasPrerequisites;
  }

  int globalCount() {
    return globals.size();
  }

  int size() {
    return activities.size();
  }

  Activity at(int index) {
    return activities.get(index);
  }

  /** Place of a global objective among all; -1 if no map names it. */
  int globalIndex(String id) {
    return globals.getOrDefault(id, -1);
  }

  /** The activities whose primary objective reads this global objective. */
  List<Activity> readersOf(String global) {
    return readers.getOrDefault(global, List.of());
  }

  /** The activities with an objective that a map ties to a global one. */
  List<Activity> mapped() {
    return mapped;
  }

  /** The clusters whose children are selected or reordered. */
  List<Activity> shuffled() {
    return shuffled;
  }
}
