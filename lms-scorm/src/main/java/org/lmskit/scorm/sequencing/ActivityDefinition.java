package org.lmskit.scorm.sequencing;

import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.lmskit.scorm.sequencing.definition.CompletionThreshold;
import org.lmskit.scorm.sequencing.definition.LmsUi;
import org.lmskit.scorm.sequencing.definition.Prerequisites;
import org.lmskit.scorm.sequencing.definition.Sequencing;

/**
 * What a package says about one activity and those below it: an organization or item of the manifest.
 *
 * @param id identifier of the item, unique in its tree
 * @param title for a table of contents and for explanations
 * @param isVisible whether a table of contents shows it ({@code isvisible}); default true
 * @param hiddenUi controls that a player hides while it is delivered
 * @param completionThreshold how progress decides its completion
 * @param sequencing its sequencing definition
 * @param prerequisites SCORM 1.2: it is disabled while they do not hold; null if nothing is needed
 * @param children the items below it, in order; an activity without any is delivered
 */
public record ActivityDefinition(
    String id,
    String title,
    boolean isVisible,
    Set<LmsUi> hiddenUi,
    CompletionThreshold completionThreshold,
    Sequencing sequencing,
    @Nullable Prerequisites prerequisites,
    List<ActivityDefinition> children) {
  /** Copies the collections. */
  public ActivityDefinition {
    hiddenUi = Set.copyOf(hiddenUi);
    children = List.copyOf(children);
  }

  /** An activity without children, visible, hiding nothing, with the default threshold. */
  public static ActivityDefinition leaf(String id, Sequencing sequencing) {
    return cluster(id, sequencing, List.of());
  }

  /** An activity with children, visible, hiding nothing, with the default threshold. */
  public static ActivityDefinition cluster(
      String id, Sequencing sequencing, List<ActivityDefinition> children) {
    return new ActivityDefinition(
        id, id, true, Set.of(), CompletionThreshold.DEFAULT, sequencing, null, children);
  }

  /** This activity with another completion threshold. */
  public ActivityDefinition withThreshold(CompletionThreshold value) {
    return new ActivityDefinition(
        id, title, isVisible, hiddenUi, value, sequencing, prerequisites, children);
  }

  /** This activity, shown in a table of contents or not. */
  public ActivityDefinition withVisible(boolean value) {
    return new ActivityDefinition(
        id, title, value, hiddenUi, completionThreshold, sequencing, prerequisites, children);
  }
}
