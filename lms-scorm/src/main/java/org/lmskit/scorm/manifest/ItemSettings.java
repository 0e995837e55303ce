package org.lmskit.scorm.manifest;

import java.math.BigDecimal;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.lmskit.scorm.sequencing.definition.LmsUi;
import org.lmskit.scorm.sequencing.definition.Prerequisites;

/**
 * What SCORM adds to an item for its run time and the player.
 *
 * @param launchData what the content finds as {@code cmi.launch_data} ({@code dataFromLMS}), empty
 *     without
 * @param timeLimitAction what happens when the time is up; null if not given
 * @param maxTimeAllowed the longest attempt as the run time hands it out: CMITimespan in SCORM 1.2
 *     ({@code maxtimeallowed}), ISO 8601 in 2004 ({@code attemptAbsoluteDurationLimit}); empty if not
 *     given
 * @param masteryScore SCORM 1.2: 0 to 100, the score from which the SCO is passed; null if not given
 * @param prerequisites SCORM 1.2: what must be done before; null if nothing
 * @param dataMaps 4th Edition: the data stores that it shares
 * @param hidden controls that the player hides while it is delivered
 */
public record ItemSettings(
    String launchData,
    @Nullable TimeLimitAction timeLimitAction,
    String maxTimeAllowed,
    @Nullable BigDecimal masteryScore,
    @Nullable Prerequisites prerequisites,
    List<DataMap> dataMaps,
    Set<LmsUi> hidden) {
  /** Nothing added. */
  public static final ItemSettings NONE =
      new ItemSettings("", null, "", null, null, List.of(), Set.of());

  /** Copies the collections. */
  public ItemSettings {
    dataMaps = List.copyOf(dataMaps);
    hidden = Set.copyOf(hidden);
  }
}
