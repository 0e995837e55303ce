package org.lmskit.scorm.sequencing;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.lmskit.scorm.sequencing.definition.CompletionThreshold;
import org.lmskit.scorm.sequencing.definition.ControlMode;
import org.lmskit.scorm.sequencing.definition.LmsUi;
import org.lmskit.scorm.sequencing.definition.Objective;
import org.lmskit.scorm.sequencing.definition.Prerequisites;
import org.lmskit.scorm.sequencing.definition.RollupRule;
import org.lmskit.scorm.sequencing.definition.Sequencing;

/** A node of an {@link ActivityTree}; it knows its neighbours and never changes. */
public final class Activity {
  private final ActivityDefinition definition;
  private final int index;
  private final int position;
  private final @Nullable Activity parent;
  private final List<Objective> objectives;
  private final List<Activity> mutableChildren = new ArrayList<>();
  private final List<RollupRule> rollupRules;
  private int end;
  private boolean largeAndSteady;

  Activity(ActivityDefinition definition, int index, int position, @Nullable Activity parent) {
    this.definition = definition;
    this.index = index;
    this.position = position;
    this.parent = parent;
    var all = new ArrayList<Objective>();
    all.add(definition.sequencing().primaryObjective());
    all.addAll(definition.sequencing().objectives());
    this.objectives = List.copyOf(all);
    this.rollupRules = RollupRuleCheck.rules(definition);
  }

  /** Only while the tree is built. */
  void add(Activity child) {
    mutableChildren.add(child);
  }

  /** Only while the tree is built: no descendant has this index or a greater one. */
  void endsAt(int value) {
    end = value;
    largeAndSteady = ContributionMemory.isLargeAndSteady(this);
  }

  /** Identifier of the item. */
  public String id() {
    return definition.id();
  }

  /** Title of the item. */
  public String title() {
    return definition.title();
  }

  /** Whether a table of contents shows it. */
  public boolean isVisible() {
    return definition.isVisible();
  }

  /** Controls that a player hides while it is delivered. */
  public Set<LmsUi> hiddenUi() {
    return definition.hiddenUi();
  }

  /** How progress decides its completion. */
  public CompletionThreshold completionThreshold() {
    return definition.completionThreshold();
  }

  /** Its sequencing definition. */
  public Sequencing sequencing() {
    return definition.sequencing();
  }

  /** SCORM 1.2: what must hold for it to open; null if nothing. */
  public @Nullable Prerequisites prerequisites() {
    return definition.prerequisites();
  }

  /** Its objectives, the primary one first. */
  public List<Objective> objectives() {
    return objectives;
  }

  /** The activity above it; null for the root. */
  public @Nullable Activity parent() {
    return parent;
  }

  /** All activities right below it, in the order of the manifest. */
  public List<Activity> children() {
    return List.copyOf(mutableChildren);
  }

  /** Whether nothing is below it, so that it is what can be delivered. */
  public boolean isLeaf() {
    return mutableChildren.isEmpty();
  }

  /** Whether it is the organization. */
  public boolean isRoot() {
    return parent == null;
  }

  /** Its place in the order of the manifest, the root at 0. */
  public int index() {
    return index;
  }

  /** Its place among the children of its parent, from 0. */
  int position() {
    return position;
  }

  int childCount() {
    return mutableChildren.size();
  }

  Activity child(int at) {
    return mutableChildren.get(at);
  }

  /** The rollup rules that decide something here, the standard's own where the manifest has none. */
  List<RollupRule> rollupRules() {
    return rollupRules;
  }

  /** Whether what its children contribute to its rollup is remembered from step to step. */
  boolean isLargeAndSteady() {
    return largeAndSteady;
  }

  ControlMode controlMode() {
    return definition.sequencing().controlMode();
  }

  boolean isTracked() {
    return definition.sequencing().delivery().tracked();
  }

  /** Whether the other activity is this one or below it. */
  boolean contains(Activity other) {
    return other.index >= index && other.index < end;
  }

  /** From this activity up to the root, both included. */
  List<Activity> pathToRoot() {
    var path = new ArrayList<Activity>();
    for (Activity at = this; at != null; at = at.parent) {
      path.add(at);
    }
    return path;
  }

  /** The activities from this one up to an ancestor, this one included, the ancestor not. */
  List<Activity> pathBelow(Activity ancestor) {
    var path = new ArrayList<Activity>();
    for (Activity at = this; at != null && at != ancestor; at = at.parent) {
      path.add(at);
    }
    return path;
  }

  /** The deepest activity that contains both. */
  Activity commonAncestor(Activity other) {
    var at = this;
    while (!at.contains(other) && at.parent != null) {
      at = at.parent;
    }
    return at;
  }

  /** Place in {@link #objectives()} of the objective with this local id; -1 if there is none. */
  public int objectiveIndexOf(String objective) {
    return objectiveIndex(objective);
  }

  /** Index of the objective with this local id, -1 if there is none; null means the primary one. */
  int objectiveIndex(@Nullable String objective) {
    if (objective == null) {
      return 0;
    }
    for (int i = 0; i < objectives.size(); i++) {
      if (objective.equals(objectives.get(i).id())) {
        return i;
      }
    }
    return -1;
  }

  @Override
  public String toString() {
    return id();
  }
}
