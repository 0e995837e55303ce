package org.lmskit.scorm.manifest.bind;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A family of namespaces and the names that are read in it, in any case. */
enum Vocabulary {
  /** IMS Content Packaging. */
  CONTENT(
      "manifest metadata schema schemaversion organizations organization title item resources resource file"
          + " dependency",
      "identifier version base default structure identifierref isvisible parameters type href"),
  /** ADL Content Packaging of SCORM 1.2. */
  ADL_12(Names.ADL_ELEMENTS, Names.ADL_ATTRIBUTES),
  /** ADL Content Packaging of SCORM 2004. */
  ADL_2004(Names.ADL_ELEMENTS, Names.ADL_ATTRIBUTES),
  /** IMS Simple Sequencing. */
  SEQUENCING(
      "sequencing sequencingCollection controlMode sequencingRules preConditionRule postConditionRule"
          + " exitConditionRule ruleConditions ruleCondition ruleAction limitConditions auxiliaryResources"
          + " auxiliaryResource rollupRules rollupRule rollupConditions rollupCondition rollupAction objectives"
          + " primaryObjective objective minNormalizedMeasure mapInfo randomizationControls deliveryControls",
      "ID IDRef choice choiceExit flow forwardOnly useCurrentAttemptObjectiveInfo useCurrentAttemptProgressInfo"
          + " conditionCombination referencedObjective measureThreshold operator condition action attemptLimit"
          + " attemptAbsoluteDurationLimit attemptExperiencedDurationLimit activityAbsoluteDurationLimit"
          + " activityExperiencedDurationLimit beginTimeLimit endTimeLimit auxiliaryResourceID purpose"
          + " rollupObjectiveSatisfied rollupProgressCompletion objectiveMeasureWeight childActivitySet"
          + " minimumCount minimumPercent satisfiedByMeasure objectiveID targetObjectiveID readSatisfiedStatus"
          + " readNormalizedMeasure writeSatisfiedStatus writeNormalizedMeasure randomizationTiming selectCount"
          + " reorderChildren selectionTiming tracked completionSetByContent objectiveSetByContent"),
  /** ADL Sequencing extensions; what is named as in IMS Simple Sequencing is bound as adlseqName. */
  ADL_SEQUENCING(
      "constrainedChoiceConsiderations rollupConsiderations objectives=adlseqObjectives"
          + " objective=adlseqObjective mapInfo=adlseqMapInfo",
      "preventActivation constrainChoice requiredForSatisfied requiredForNotSatisfied requiredForCompleted"
          + " requiredForIncomplete measureSatisfactionIfActive objectiveID targetObjectiveID readRawScore"
          + " readMinScore readMaxScore readCompletionStatus readProgressMeasure writeRawScore writeMinScore"
          + " writeMaxScore writeCompletionStatus writeProgressMeasure objectivesGlobalToSystem"),
  /** ADL Navigation. */
  NAVIGATION("presentation navigationInterface hideLMSUI", ""),
  /** Learning Object Metadata, read as it is. */
  METADATA("lom record", ""),
  /** The names that XML reserves. */
  XML("", "base lang"),
  /** Anything else: passed over. */
  FOREIGN("", "");

  /** Both versions' names are read in both namespaces: tools mix them up. */
  private static final class Names {
    private static final String ADL_ELEMENTS =
        "location prerequisites maxtimeallowed timeLimitAction dataFromLMS"
            + " masteryscore completionThreshold data map";
    private static final String ADL_ATTRIBUTES = "scormType type persistState completedByMeasure"
        + " minProgressMeasure progressWeight targetID readSharedData writeSharedData sharedDataGlobalToSystem";
  }

  private final Map<String, String> elements = new HashMap<>();
  private final Map<String, String> attributes = new HashMap<>();

  Vocabulary(String elements, String attributes) {
    fill(this.elements, elements);
    fill(this.attributes, attributes);
  }

  private static void fill(Map<String, String> map, String names) {
    for (String name : names.isEmpty() ? new String[0] : names.split(" ")) {
      String read = name.replaceFirst("=.*", "");
      String bound = name.replaceFirst(".*=", "").intern();
      map.put(read, bound);
      map.put(read.toLowerCase(Locale.ROOT), bound);
    }
  }

  /** The name that the element is bound by, or null if the vocabulary does not have it. */
  @Nullable
  String element(String name) {
    return look(elements, name);
  }

  /** The name that the attribute is bound by, or null. */
  @Nullable
  String attribute(String name) {
    return look(attributes, name);
  }

  private static @Nullable String look(Map<String, String> names, String name) {
    String exact = names.get(name);
    return exact != null ? exact : names.get(name.toLowerCase(Locale.ROOT));
  }

  /** The usual namespace, for a message. */
  String title() {
    return switch (this) {
      case CONTENT -> "http://www.imsglobal.org/xsd/imscp_v1p1";
      case ADL_12 -> "http://www.adlnet.org/xsd/adlcp_rootv1p2";
      case ADL_2004 -> "http://www.adlnet.org/xsd/adlcp_v1p3";
      case SEQUENCING -> "http://www.imsglobal.org/xsd/imsss";
      case ADL_SEQUENCING -> "http://www.adlnet.org/xsd/adlseq_v1p3";
      case NAVIGATION -> "http://www.adlnet.org/xsd/adlnav_v1p3";
      case METADATA -> "http://ltsc.ieee.org/xsd/LOM";
      case XML -> "http://www.w3.org/XML/1998/namespace";
      case FOREIGN -> "";
    };
  }

  /** Which vocabulary a namespace belongs to, versions of the same aside. */
  static Vocabulary of(String namespace) {
    String uri = namespace.toLowerCase(Locale.ROOT);
    if (uri.contains("adlcp")) {
      return uri.contains("rootv1p2") ? ADL_12 : ADL_2004;
    }
    if (uri.contains("imscp")) {
      return CONTENT;
    }
    if (uri.contains("imsss")) {
      return SEQUENCING;
    }
    if (uri.contains("adlseq")) {
      return ADL_SEQUENCING;
    }
    if (uri.contains("adlnav")) {
      return NAVIGATION;
    }
    if (uri.contains("imsmd") || uri.contains("ltsc.ieee.org") || uri.endsWith("/lom")) {
      return METADATA;
    }
    return uri.equals("http://www.w3.org/xml/1998/namespace") ? XML : FOREIGN;
  }

  /** The usual meaning of a prefix that nobody declared. */
  static Vocabulary ofPrefix(String prefix) {
    return switch (prefix.toLowerCase(Locale.ROOT)) {
      case "imscp" -> CONTENT;
      case "adlcp" -> ADL_2004;
      case "imsss" -> SEQUENCING;
      case "adlseq" -> ADL_SEQUENCING;
      case "adlnav" -> NAVIGATION;
      case "lom", "imsmd" -> METADATA;
      case "xml" -> XML;
      default -> FOREIGN;
    };
  }
}
