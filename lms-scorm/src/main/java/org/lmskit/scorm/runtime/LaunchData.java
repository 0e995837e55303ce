package org.lmskit.scorm.runtime;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * All that a launch brings to the content and that the content cannot change: made once per launch
 * and passed to {@link RuntimeEngine#of(LaunchData)}.
 *
 * @param version whose data model the content speaks
 * @param values read-only values by name: {@code learnerId}, {@code learnerName}, {@code credit},
 *     {@code mode}, {@code entry}, {@code launchData}, {@code completionThreshold}, {@code
 *     scaledPassingScore}, {@code masteryScore}, {@code maxTimeAllowed}, {@code timeLimitAction},
 *     {@code commentsFromLms}
 * @param initial first values of writable elements by element name, such as {@code
 *     cmi.success_status} from a global objective or a learner's preferences
 * @param objectives in the order of {@code cmi.objectives}
 * @param sharedData in the order of {@code adl.data}
 * @param comments in the order of {@code cmi.comments_from_lms}
 * @param compatibility the package's switches
 */
public record LaunchData(
    CmiVersion version,
    Map<String, String> values,
    Map<String, String> initial,
    List<InitialObjective> objectives,
    List<SharedData> sharedData,
    List<LmsComment> comments,
    Compatibility compatibility) {
  private static final Pattern NUMBER = Pattern.compile("-?\\d{1,50}(\\.\\d{1,50})?");
  private static final List<String> NUMBERS =
      List.of("completionThreshold", "scaledPassingScore", "masteryScore");

  /**
   * Copies the collections.
   *
   * @throws IllegalArgumentException if a threshold or score is no number
   */
  public LaunchData {
    for (String name : NUMBERS) {
      checkNumber(name, values.get(name));
    }
    values = Map.copyOf(values);
    initial = Map.copyOf(initial);
    objectives = List.copyOf(objectives);
    sharedData = List.copyOf(sharedData);
    comments = List.copyOf(comments);
  }

  /** Starts with nothing but a version and a learner. */
  public static Builder of(CmiVersion version, String learnerId, String learnerName) {
    return new Builder(version).put("learnerId", learnerId).put("learnerName", learnerName);
  }

  /** The mode of the launch. */
  public Mode mode() {
    var value = values.getOrDefault("mode", "normal");
    return value.equals("normal")
        ? Mode.NORMAL
        : value.equals("browse") ? Mode.BROWSE : Mode.REVIEW;
  }

  /** Whether the launch is for credit. */
  public boolean forCredit() {
    return !"no-credit".equals(values.get("credit"));
  }

  /** The JSON object that the browser adapter reads. */
  public String toJson() {
    return LaunchJson.write(this);
  }

  /** The value of this name as a number; null if it is absent. */
  @Nullable
  BigDecimal number(String name) {
    var value = values.get(name);
    return value == null || value.isEmpty() ? null : new BigDecimal(value);
  }

  /** The shared data store in whose record an element is; null if there is none. */
  @Nullable
  SharedData store(Element element) {
    if (!element.row().byStore() || element.lastStep().index() >= sharedData.size()) {
      return null;
    }
    return sharedData.get(element.lastStep().index());
  }

  private static void checkNumber(String name, @Nullable String value) {
    if (value != null && !NUMBER.matcher(value).matches()) {
      throw new IllegalArgumentException(name + " is no number: " + value);
    }
  }

  /** Gathers the values of a launch. */
  public static final class Builder {
    private final CmiVersion version;
    private final Map<String, String> values = new LinkedHashMap<>();
    private final Map<String, String> initial = new LinkedHashMap<>();
    private final List<InitialObjective> objectives = new ArrayList<>();
    private final List<SharedData> sharedData = new ArrayList<>();
    private final List<LmsComment> comments = new ArrayList<>();
    private Compatibility compatibility;

    private Builder(CmiVersion version) {
      this.version = version;
      this.compatibility = Compatibility.standard(version);
    }

    private Builder put(String name, String value) {
      values.put(name, value);
      return this;
    }

    /** For credit or not; for credit if not said. */
    public Builder credit(boolean forCredit) {
      return put("credit", forCredit ? "credit" : "no-credit");
    }

    /** How the content is delivered; normally if not said. */
    public Builder mode(Mode mode) {
      return put("mode", mode.value());
    }

    /** How the learner enters; if not said, it follows from how he left the last time. */
    public Builder entry(Entry entry) {
      return put("entry", entry.value());
    }

    /** The manifest's {@code dataFromLMS}. */
    public Builder launchData(String data) {
      return put("launchData", data);
    }

    /** The progress measure, 0 to 1, from which the content is complete (SCORM 2004). */
    public Builder completionThreshold(BigDecimal measure) {
      return put("completionThreshold", measure.toPlainString());
    }

    /** The scaled score, -1 to 1, from which the content is passed (SCORM 2004). */
    public Builder scaledPassingScore(BigDecimal scaled) {
      return put("scaledPassingScore", scaled.toPlainString());
    }

    /** The raw score from which the content is passed (SCORM 1.2). */
    public Builder masteryScore(BigDecimal raw) {
      return put("masteryScore", raw.toPlainString());
    }

    /** The manifest's time limit, in the version's own format. */
    public Builder maxTimeAllowed(String duration) {
      return put("maxTimeAllowed", duration);
    }

    /** The manifest's time limit action, such as {@code exit,message}. */
    public Builder timeLimitAction(String action) {
      return put("timeLimitAction", action);
    }

    /** SCORM 1.2's {@code cmi.comments_from_lms}. */
    public Builder commentsFromLms(String text) {
      return put("commentsFromLms", text);
    }

    /** The first value of a writable element, by its full name. */
    public Builder initial(String element, String value) {
      initial.put(element, value);
      return this;
    }

    /** The next objective. */
    public Builder objective(InitialObjective objective) {
      objectives.add(objective);
      return this;
    }

    /** The next shared data store. */
    public Builder sharedData(SharedData store) {
      sharedData.add(store);
      return this;
    }

    /** The next comment to the learner (SCORM 2004). */
    public Builder comment(LmsComment comment) {
      comments.add(comment);
      return this;
    }

    /** The package's compatibility switches. */
    public Builder compatibility(Compatibility switches) {
      this.compatibility = switches;
      return this;
    }

    /** The launch data. */
    public LaunchData build() {
      return new LaunchData(
          version, values, initial, objectives, sharedData, comments, compatibility);
    }
  }
}
