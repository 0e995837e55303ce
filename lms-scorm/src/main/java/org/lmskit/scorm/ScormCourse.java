package org.lmskit.scorm;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.lmskit.scorm.manifest.DataMap;
import org.lmskit.scorm.manifest.Item;
import org.lmskit.scorm.manifest.Manifest;
import org.lmskit.scorm.manifest.Organization;
import org.lmskit.scorm.manifest.ScormType;
import org.lmskit.scorm.runtime.CmiVersion;
import org.lmskit.scorm.runtime.Compatibility;
import org.lmskit.scorm.sequencing.ActivityDefinition;
import org.lmskit.scorm.sequencing.ActivityTree;
import org.lmskit.scorm.sequencing.definition.ControlMode;
import org.lmskit.scorm.sequencing.definition.DeliveryControls;
import org.lmskit.scorm.sequencing.definition.Prerequisites;
import org.lmskit.scorm.sequencing.definition.Sequencing;

/**
 * The organization of a package that is delivered, ready to be played: its activity tree and what
 * each activity brings to the run time. Immutable; built once and shared by all learners.
 */
public final class ScormCourse {
  private final CmiVersion version;
  private final Compatibility compatibility;
  private final Organization organization;
  private final ActivityTree tree;
  private final Map<String, Item> items = new HashMap<>();

  private ScormCourse(Manifest manifest, Compatibility compatibility) {
    this.version = compatibility.version();
    this.compatibility = compatibility;
    this.organization = manifest.organization();
    organization.all().forEach(item -> items.put(item.identifier(), item));
    this.tree = ActivityTree.of(root(manifest), organization.objectivesGlobalToSystem());
  }

  /** The default organization of a manifest, with the standard's compatibility switches. */
  public static ScormCourse of(Manifest manifest) {
    return of(manifest, Compatibility.standard(version(manifest)));
  }

  /** The default organization of a manifest, with the package's compatibility switches. */
  public static ScormCourse of(Manifest manifest, Compatibility compatibility) {
    return new ScormCourse(manifest, compatibility);
  }

  /** The data model that content of a manifest speaks. */
  public static CmiVersion version(Manifest manifest) {
    return switch (manifest.edition()) {
      case SCORM_12 -> CmiVersion.SCORM_12;
      case SCORM_2004_2ND -> CmiVersion.SCORM_2004_2ND;
      case SCORM_2004_3RD -> CmiVersion.SCORM_2004_3RD;
      case SCORM_2004_4TH -> CmiVersion.SCORM_2004_4TH;
    };
  }

  private static ActivityDefinition root(Manifest manifest) {
    var organization = manifest.organization();
    var sequencing = manifest.edition().is2004()
        ? launchable(organization.sequencing(), organization.items())
        : Sequencing.builder().controlMode(ControlMode.FREE).build();
    return new ActivityDefinition(
        organization.identifier(),
        organization.title(),
        true,
        Set.of(),
        organization.completion(),
        sequencing,
        null,
        definitions(manifest, organization.items(), null));
  }

  /** A package with a single activity is started without a choice, as ADL's conformance test asks. */
  private static Sequencing launchable(Sequencing sequencing, List<Item> items) {
    var mode = sequencing.controlMode();
    return isSingle(items) && mode.choice() && !mode.flow()
        ? sequencing.toBuilder()
            .controlMode(mode.withChoice(false).withFlow(true))
            .build()
        : sequencing;
  }

  private static boolean isSingle(List<Item> items) {
    return items.size() == 1 && items.get(0).isLeaf();
  }

  /** Whether the organization has a single activity. */
  boolean isSingle() {
    return isSingle(organization.items());
  }

  /**
   * A page of SCORM 1.2 that has pages below it comes before them: only leaves are delivered. What it
   * needs, they need too.
   */
  private static List<ActivityDefinition> definitions(
      Manifest manifest, List<Item> items, @Nullable Prerequisites ofPages) {
    var definitions = new ArrayList<ActivityDefinition>();
    for (Item item : items) {
      boolean isPage = !manifest.edition().is2004() && item.launch() != null;
      var needed = all(ofPages, item.settings().prerequisites());
      var below = definitions(manifest, item.items(), isPage ? needed : null);
      definitions.add(definition(manifest, item, needed, isPage ? List.of() : below));
      if (isPage) {
        definitions.addAll(below);
      }
    }
    return definitions;
  }

  private static @Nullable Prerequisites all(
      @Nullable Prerequisites first, @Nullable Prerequisites second) {
    return first == null
        ? second
        : second == null ? first : new Prerequisites.All(List.of(first, second));
  }

  private static ActivityDefinition definition(
      Manifest manifest,
      Item item,
      @Nullable Prerequisites needed,
      List<ActivityDefinition> children) {
    return new ActivityDefinition(
        item.identifier(),
        item.title(),
        item.visible(),
        item.settings().hidden(),
        item.completion(),
        manifest.edition().is2004() ? item.sequencing() : free(manifest, item),
        manifest.edition().is2004() ? null : needed,
        children);
  }

  /** SCORM 1.2 has no sequencing: all may be chosen or walked through, and a SCO's word counts. */
  private static Sequencing free(Manifest manifest, Item item) {
    var resource = Optional.ofNullable(item.resource()).flatMap(manifest::findResource);
    boolean isSco = resource.filter(r -> r.scormType() == ScormType.SCO).isPresent();
    return Sequencing.builder()
        .controlMode(ControlMode.FREE)
        .delivery(new DeliveryControls(true, isSco, isSco))
        .build();
  }

  /** The data model that its content speaks. */
  public CmiVersion version() {
    return version;
  }

  /** Its compatibility switches. */
  public Compatibility compatibility() {
    return compatibility;
  }

  /** Its activities. */
  public ActivityTree tree() {
    return tree;
  }

  /** Whether data stores outlive an attempt on the course and are shared with other packages. */
  public boolean sharedDataGlobalToSystem() {
    return organization.sharedDataGlobalToSystem();
  }

  /** The item of an activity; empty for the organization. */
  public Optional<Item> item(String activityId) {
    return Optional.ofNullable(items.get(activityId));
  }

  /** What a browser requests for an activity, relative to the package; empty if nothing. */
  public Optional<String> href(String activityId) {
    return item(activityId).map(Item::launch).map(launch -> launch.url());
  }

  /** The data stores of an activity in the order of {@code adl.data}. */
  List<DataMap> dataMaps(String activityId) {
    return item(activityId).map(item -> item.settings().dataMaps()).orElse(List.of());
  }
}
