package org.lmskit.scorm.manifest.read;

import static org.lmskit.scorm.finding.ScormFinding.DATA_STORE_DUPLICATE;
import static org.lmskit.scorm.finding.ScormFinding.DURATION_UNREADABLE;
import static org.lmskit.scorm.finding.ScormFinding.PREREQUISITES_UNREADABLE;
import static org.lmskit.scorm.finding.ScormFinding.VALUE_UNKNOWN;

import java.util.EnumSet;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.lmskit.scorm.manifest.DataMap;
import org.lmskit.scorm.manifest.ItemSettings;
import org.lmskit.scorm.manifest.TimeLimitAction;
import org.lmskit.scorm.manifest.bind.BoundManifest;
import org.lmskit.scorm.manifest.bind.BoundNode;
import org.lmskit.scorm.manifest.bind.BoundText;
import org.lmskit.scorm.sequencing.definition.LmsUi;
import org.lmskit.scorm.sequencing.definition.Prerequisites;

/** Reads what SCORM adds to an item besides sequencing. */
final class SettingsReader {
  private final Values values;
  private final Report report;
  private final Map<String, BoundNode> scripts = new HashMap<>();

  SettingsReader(Report report) {
    this.values = new Values(report);
    this.report = report;
  }

  /** Whether any item has prerequisites. */
  boolean hasScripts() {
    return !scripts.isEmpty();
  }

  /** Where the prerequisites of an item that has some are written. */
  BoundNode script(String identifier) {
    return Objects.requireNonNull(scripts.get(identifier), identifier);
  }

  /** @param sequencingTime the time that sequencing allows, which counts where SCORM 1.2's is absent */
  ItemSettings read(BoundManifest.Item item, String identifier, String sequencingTime) {
    String time = maxTime(item);
    if (item.prerequisites != null) {
      scripts.put(identifier, item.prerequisites);
    }
    ItemSettings settings = new ItemSettings(
        Values.text(item.dataFromLMS),
        timeLimitAction(item),
        time.isEmpty() ? sequencingTime : time,
        values.numberOrNull(
            Values.text(item.masteryscore),
            0,
            100,
            "masteryscore",
            Values.place(item.masteryscore, item)),
        prerequisites(item),
        dataMaps(item, identifier),
        hidden(item));
    return settings.equals(ItemSettings.NONE) ? ItemSettings.NONE : settings;
  }

  private @Nullable TimeLimitAction timeLimitAction(BoundManifest.Item item) {
    String text = Values.text(item.timeLimitAction);
    Optional<TimeLimitAction> action = TimeLimitAction.find(text);
    if (!text.isEmpty() && action.isEmpty()) {
      report.add(VALUE_UNKNOWN, Values.place(item.timeLimitAction, item), text, "timeLimitAction");
    }
    return action.orElse(null);
  }

  private String maxTime(BoundManifest.Item item) {
    String text = Values.text(item.maxtimeallowed);
    if (text.isEmpty() || Times.isTimespan(text)) {
      return text;
    }
    report.add(
        DURATION_UNREADABLE, Values.place(item.maxtimeallowed, item), text, "maxtimeallowed");
    return "";
  }

  private @Nullable Prerequisites prerequisites(BoundManifest.Item item) {
    BoundManifest.Prerequisites written = item.prerequisites;
    String script = written == null ? "" : Values.text(written.value);
    if (written == null || script.isEmpty()) {
      return null;
    }
    try {
      return AiccScript.parse(script);
    } catch (AiccScript.ScriptException e) {
      report.add(PREREQUISITES_UNREADABLE, written, script, String.valueOf(e.getMessage()));
      return null;
    }
  }

  private List<DataMap> dataMaps(BoundManifest.Item item, String identifier) {
    Map<String, DataMap> maps = new LinkedHashMap<>();
    for (BoundManifest.DataMap map :
        item.data == null ? List.<BoundManifest.DataMap>of() : item.data.maps) {
      String target = Identifiers.objective(map.targetID);
      DataMap read = new DataMap(
          target,
          values.flag(map.readSharedData, true, "readSharedData", map),
          values.flag(map.writeSharedData, true, "writeSharedData", map));
      if (maps.putIfAbsent(target, read) != null) {
        report.add(DATA_STORE_DUPLICATE, map, identifier, target);
      }
    }
    return List.copyOf(maps.values());
  }

  private Set<LmsUi> hidden(BoundManifest.Item item) {
    if (item.presentation == null) {
      return Set.of();
    }
    Set<LmsUi> hidden = EnumSet.noneOf(LmsUi.class);
    for (BoundManifest.NavigationInterface shown : item.presentation.interfaces) {
      for (BoundText word : shown.hidden) {
        values
            .token(word.value, LmsUi.values(), LmsUi::code, "hideLMSUI", word)
            .ifPresent(hidden::add);
      }
    }
    return hidden;
  }
}
