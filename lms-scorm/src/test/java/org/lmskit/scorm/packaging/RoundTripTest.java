package org.lmskit.scorm.packaging;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.lmskit.scorm.archive.FileNames;
import org.lmskit.scorm.finding.Findings;
import org.lmskit.scorm.manifest.DataMap;
import org.lmskit.scorm.manifest.FileRef;
import org.lmskit.scorm.manifest.Href;
import org.lmskit.scorm.manifest.Item;
import org.lmskit.scorm.manifest.ItemSettings;
import org.lmskit.scorm.manifest.Lom;
import org.lmskit.scorm.manifest.LomElement;
import org.lmskit.scorm.manifest.Manifest;
import org.lmskit.scorm.manifest.Metadata;
import org.lmskit.scorm.manifest.Organization;
import org.lmskit.scorm.manifest.Resource;
import org.lmskit.scorm.manifest.ScormEdition;
import org.lmskit.scorm.manifest.ScormType;
import org.lmskit.scorm.manifest.TimeLimitAction;
import org.lmskit.scorm.manifest.read.ManifestReader;
import org.lmskit.scorm.sequencing.definition.AuxiliaryResource;
import org.lmskit.scorm.sequencing.definition.ChildActivitySet;
import org.lmskit.scorm.sequencing.definition.CompletionThreshold;
import org.lmskit.scorm.sequencing.definition.ConditionCombination;
import org.lmskit.scorm.sequencing.definition.ConstrainedChoice;
import org.lmskit.scorm.sequencing.definition.ControlMode;
import org.lmskit.scorm.sequencing.definition.DeliveryControls;
import org.lmskit.scorm.sequencing.definition.LimitConditions;
import org.lmskit.scorm.sequencing.definition.LmsUi;
import org.lmskit.scorm.sequencing.definition.Objective;
import org.lmskit.scorm.sequencing.definition.ObjectiveMap;
import org.lmskit.scorm.sequencing.definition.ObjectiveValue;
import org.lmskit.scorm.sequencing.definition.Prerequisites;
import org.lmskit.scorm.sequencing.definition.RandomizationControls;
import org.lmskit.scorm.sequencing.definition.RollupAction;
import org.lmskit.scorm.sequencing.definition.RollupCondition;
import org.lmskit.scorm.sequencing.definition.RollupConsiderations;
import org.lmskit.scorm.sequencing.definition.RollupRule;
import org.lmskit.scorm.sequencing.definition.RollupRules;
import org.lmskit.scorm.sequencing.definition.RuleAction;
import org.lmskit.scorm.sequencing.definition.RuleCondition;
import org.lmskit.scorm.sequencing.definition.RuleConditionType;
import org.lmskit.scorm.sequencing.definition.Sequencing;
import org.lmskit.scorm.sequencing.definition.SequencingRule;
import org.lmskit.scorm.sequencing.definition.SequencingRules;

/** Any manifest of our values is written so that it reads back equal. */
class RoundTripTest {
  private Random random = new Random(0);

  @Property(tries = 300)
  void a_manifest_of_2004_reads_back_equal(@ForAll long seed) {
    random = new Random(seed);

    readsBackEqual(manifest(ScormEdition.SCORM_2004_4TH));
  }

  @Property(tries = 200)
  void a_manifest_of_1_2_reads_back_equal(@ForAll long seed) {
    random = new Random(seed);

    readsBackEqual(manifest(ScormEdition.SCORM_12));
  }

  private static void readsBackEqual(Manifest manifest) {
    byte[] bytes = new ManifestWriter(manifest).bytes();
    Findings findings = new Findings();

    Manifest again =
        ManifestReader.parse(bytes, "imsmanifest.xml", findings).resolve(FileNames.any(), true);

    assertThat(again).isEqualTo(manifest);
    assertThat(findings.accepted()).as("%s", findings.problems()).isTrue();
  }

  private Manifest manifest(ScormEdition edition) {
    List<Resource> resources = new ArrayList<>();
    for (int i = 0; i < 3; i++) {
      resources.add(resource("R" + i, edition));
    }
    List<Item> items = new ArrayList<>(List.of(leaf("I", resources.get(0), edition)));
    for (int i = 0; i < random.nextInt(4); i++) {
      items.add(item("I" + i, resources, edition, 2));
    }
    boolean is2004 = edition.is2004();
    Organization organization = new Organization(
        "O",
        text(),
        some("hierarchical"),
        !is2004 || flag(),
        !is2004 || flag(),
        sequencing(edition),
        threshold(edition),
        metadata(),
        items);
    return new Manifest(
        "M", some("1.0"), edition, metadata(), "O", List.of(organization), resources);
  }

  private Resource resource(String id, ScormEdition edition) {
    Href href =
        flag() ? Href.file("a b/ü%#?" + id + ".html") : Href.parse(id + ".html?x=%20ü#top", false);
    return new Resource(
        id,
        "webcontent",
        pick(ScormType.values()),
        href,
        edition.is2004() && flag(),
        List.of(
            new FileRef(href, metadata()),
            new FileRef(Href.file("media/" + id + ".png"), Metadata.NONE)),
        flag() ? List.of("R0") : List.of(),
        metadata());
  }

  private Item item(String id, List<Resource> resources, ScormEdition edition, int depth) {
    if (depth == 0 || flag()) {
      return leaf(id, resources.get(random.nextInt(3)), edition);
    }
    List<Item> items = new ArrayList<>();
    for (int i = 0; i <= random.nextInt(3); i++) {
      items.add(item(id + "." + i, resources, edition, depth - 1));
    }
    Sequencing sequencing = sequencing(edition);
    return new Item(
        id,
        text(),
        flag(),
        null,
        "",
        null,
        sequencing,
        threshold(edition),
        settings(edition, sequencing),
        metadata(),
        items);
  }

  private Item leaf(String id, Resource resource, ScormEdition edition) {
    Sequencing sequencing = sequencing(edition);
    String parameters = some("?a=1&b=<ü>");
    return new Item(
        id,
        text(),
        flag(),
        resource.identifier(),
        parameters,
        resource.href().withParameters(parameters),
        sequencing,
        threshold(edition),
        settings(edition, sequencing),
        metadata(),
        List.of());
  }

  private ItemSettings settings(ScormEdition edition, Sequencing sequencing) {
    TimeLimitAction action = flag() ? pick(TimeLimitAction.values()) : null;
    if (!edition.is2004()) {
      return new ItemSettings(
          some("x=1"),
          action,
          some("0001:30:00.5"),
          flag() ? number(0, 100) : null,
          flag() ? prerequisites(3) : null,
          List.of(),
          flag12());
    }
    Duration limit = sequencing.limits().attemptAbsoluteDuration();
    return new ItemSettings(
        some("a\nb"),
        action,
        limit == null ? "" : limit.toString(),
        null,
        null,
        flag()
            ? List.of(new DataMap("d1", flag(), flag()), new DataMap("d2", flag(), flag()))
            : List.of(),
        subset(LmsUi.class));
  }

  private static Set<LmsUi> flag12() {
    return Set.of();
  }

  private Prerequisites prerequisites(int depth) {
    List<Prerequisites> parts =
        depth == 0 ? List.of() : List.of(prerequisites(depth - 1), prerequisites(depth - 1));
    return switch (depth == 0 ? random.nextInt(2) : random.nextInt(6)) {
      case 0 -> new Prerequisites.Done("I" + random.nextInt(3));
      case 1 -> new Prerequisites.HasStatus("an, item", pick("passed", "not attempted", "failed"));
      case 2 -> new Prerequisites.Not(parts.get(0));
      case 3 -> new Prerequisites.All(parts);
      case 4 -> new Prerequisites.Any(parts);
      default -> new Prerequisites.AtLeast(random.nextInt(3), parts);
    };
  }

  private Sequencing sequencing(ScormEdition edition) {
    if (!edition.is2004()) {
      return Sequencing.builder().controlMode(ControlMode.FREE).build();
    }
    if (flag()) {
      return Sequencing.DEFAULT;
    }
    return new Sequencing(
        new ControlMode(flag(), flag(), flag(), flag(), flag(), flag()),
        new ConstrainedChoice(flag(), flag()),
        SequencingRules.of(rules()),
        flag() ? limits() : LimitConditions.NONE,
        flag() ? List.of(new AuxiliaryResource("a", "help")) : List.of(),
        rollup(),
        new RollupConsiderations(required(), required(), required(), required(), flag()),
        objective(flag() ? "p" : null),
        flag() ? List.of(objective("o1"), objective("o2")) : List.of(),
        new RandomizationControls(timing(), flag() ? random.nextInt(5) : null, timing(), flag()),
        new DeliveryControls(flag(), flag(), flag()));
  }

  private List<SequencingRule> rules() {
    List<SequencingRule> rules = new ArrayList<>();
    for (int i = 0; i < random.nextInt(4); i++) {
      rules.add(new SequencingRule(
          pick(ConditionCombination.values()),
          List.of(new RuleCondition(
              pick(RuleConditionType.values()), flag(), flag() ? "o1" : null, number(-1, 1))),
          pick(RuleAction.values())));
    }
    return rules;
  }

  private LimitConditions limits() {
    Instant time = Instant.ofEpochSecond(random.nextInt(2_000_000_000));
    return new LimitConditions(
        flag() ? random.nextInt(9) : null,
        duration(),
        duration(),
        duration(),
        duration(),
        flag() ? time : null,
        flag() ? time : null);
  }

  private Duration duration() {
    return flag()
        ? null
        : Duration.ofSeconds(random.nextInt(1_000_000), random.nextInt(100) * 10_000_000L);
  }

  private RollupRules rollup() {
    RuleConditionType[] types = {
      RuleConditionType.SATISFIED, RuleConditionType.ATTEMPTED, RuleConditionType.COMPLETED
    };
    RollupRule rule = new RollupRule(
        pick(ChildActivitySet.values()),
        random.nextInt(4),
        number(0, 1),
        pick(ConditionCombination.values()),
        List.of(new RollupCondition(pick(types), flag())),
        pick(RollupAction.values()));
    return new RollupRules(flag() ? List.of(rule) : List.of(), flag(), flag(), number(0, 1));
  }

  private Objective objective(String id) {
    List<ObjectiveMap> maps = new ArrayList<>();
    for (int i = 0; i < random.nextInt(3); i++) {
      maps.add(
          new ObjectiveMap("g" + i, subset(ObjectiveValue.class), subset(ObjectiveValue.class)));
    }
    return new Objective(id, flag(), number(-1, 1), maps);
  }

  private CompletionThreshold threshold(ScormEdition edition) {
    return edition.is2004() && flag()
        ? new CompletionThreshold(flag(), number(0, 1), number(0, 1))
        : CompletionThreshold.DEFAULT;
  }

  private Metadata metadata() {
    if (flag()) {
      return Metadata.NONE;
    }
    LomElement title =
        new LomElement("title", "", "", List.of(new LomElement("string", "en", text(), List.of())));
    LomElement general = new LomElement(
        "general", "", "", List.of(title, new LomElement("language", "", "en", List.of())));
    Lom lom = flag() ? new Lom(new LomElement("lom", "", "", List.of(general))) : null;
    return new Metadata(lom, flag() ? List.of("meta/ü 1.xml") : List.of());
  }

  private RollupConsiderations.Required required() {
    return pick(RollupConsiderations.Required.values());
  }

  private RandomizationControls.Timing timing() {
    return pick(RandomizationControls.Timing.values());
  }

  private <E extends Enum<E>> Set<E> subset(Class<E> type) {
    Set<E> subset = EnumSet.noneOf(type);
    for (E one : type.getEnumConstants()) {
      if (flag()) {
        subset.add(one);
      }
    }
    return subset;
  }

  private BigDecimal number(int from, int to) {
    return flag()
        ? BigDecimal.valueOf(to)
        : BigDecimal.valueOf(from * 100L + random.nextInt((to - from) * 100), 2);
  }

  private String text() {
    return pick("Title", "A <b> & \"c\" 'd'", "Größe – 课程 😀", "x > y ]]> z");
  }

  private String some(String text) {
    return flag() ? text : "";
  }

  private boolean flag() {
    return random.nextBoolean();
  }

  @SafeVarargs
  private <T> T pick(T... all) {
    return all[random.nextInt(all.length)];
  }
}
