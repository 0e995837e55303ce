package org.lmskit.scorm.manifest.read;

import static org.lmskit.scorm.finding.ScormFinding.DEFAULT_ORGANIZATION_UNKNOWN;
import static org.lmskit.scorm.finding.ScormFinding.NOTHING_TO_LAUNCH;
import static org.lmskit.scorm.finding.ScormFinding.ORGANIZATION_CREATED;
import static org.lmskit.scorm.finding.ScormFinding.PREREQUISITES_CIRCLE;
import static org.lmskit.scorm.finding.ScormFinding.PREREQUISITE_UNKNOWN;
import static org.lmskit.scorm.finding.ScormFinding.STANDARD_COMMON_CARTRIDGE;
import static org.lmskit.scorm.finding.ScormFinding.STANDARD_QTI;
import static org.lmskit.scorm.finding.ScormFinding.SUBMANIFEST_UNUSED;

import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.lmskit.model.RejectedException;
import org.lmskit.scorm.archive.FileNames;
import org.lmskit.scorm.finding.Findings;
import org.lmskit.scorm.manifest.Href;
import org.lmskit.scorm.manifest.Manifest;
import org.lmskit.scorm.manifest.Metadata;
import org.lmskit.scorm.manifest.Organization;
import org.lmskit.scorm.manifest.Resource;
import org.lmskit.scorm.manifest.ScormEdition;
import org.lmskit.scorm.manifest.bind.BoundDocument;
import org.lmskit.scorm.manifest.bind.BoundManifest;

/**
 * A manifest that was read as text, and can be made into values once the package's files are known.
 * Findings are placed at lines, such as {@code imsmanifest.xml:41}. For one thread.
 */
public final class ManifestReader {
  private final BoundManifest root;
  private final EditionDecision decision;
  private final Report report;

  private ManifestReader(BoundManifest root, EditionDecision decision, Report report) {
    this.root = root;
    this.decision = decision;
    this.report = report;
  }

  /**
   * Reads the text: whatever its encoding is, without document types and entities.
   *
   * @param file the name that findings give as the location
   * @throws RejectedException if it is malformed, dangerous, no manifest, or one of another standard
   */
  public static ManifestReader parse(byte[] bytes, String file, Findings findings) {
    BoundDocument<BoundManifest> document = BoundDocument.manifest(bytes, file, findings);
    Report report = new Report(file, findings);
    refuseOthers(document, report);
    EditionDecision decision = EditionDecision.of(document.root(), document.namespaces(), report);
    return new ManifestReader(document.root(), decision, report);
  }

  private static void refuseOthers(BoundDocument<BoundManifest> document, Report report) {
    BoundManifest manifest = document.root();
    if (document.namespaces().declares("adlcp")) {
      return;
    }
    String schema = manifest.metadata == null
        ? ""
        : Values.text(manifest.metadata.schema).toLowerCase(Locale.ROOT);
    if (schema.contains("common cartridge") || document.namespaces().declares("imsccv")) {
      throw report.refuse(STANDARD_COMMON_CARTRIDGE, manifest);
    }
    boolean questions = manifest.resources != null
        && manifest.resources.resources.stream()
            .anyMatch(r -> Values.text(r.type).toLowerCase(Locale.ROOT).startsWith("imsqti"));
    if (schema.startsWith("qti") || questions) {
      throw report.refuse(STANDARD_QTI, manifest);
    }
  }

  /** The edition that it follows. */
  public ScormEdition edition() {
    return decision.edition();
  }

  /** How the edition was decided, as part of a sentence. */
  public String editionEvidence() {
    return decision.evidence();
  }

  /** The decoded paths of all files that it names, as far as they can be told without the files. */
  public Collection<String> hrefs() {
    Set<String> hrefs = new LinkedHashSet<>();
    Report silent = report.silent();
    for (Scope scope : new Scopes(root, silent, new Identifiers(silent)).all()) {
      BoundManifest.Resources resources = scope.manifest().resources;
      for (BoundManifest.Resource r :
          resources == null ? List.<BoundManifest.Resource>of() : resources.resources) {
        Base base = scope.base().with(r.base);
        addPaths(base, Values.text(r.href), hrefs);
        r.files.forEach(f -> addPaths(base, Values.text(f.href), hrefs));
      }
    }
    return hrefs;
  }

  private static void addPaths(Base base, String href, Set<String> hrefs) {
    String plain = href.replace('\\', '/');
    for (String folder : List.of(base.strict(), base.asFolder(), base.literal())) {
      String url = Base.join(folder, plain);
      Base.resolve(Href.parse(url, false).path()).ifPresent(hrefs::add);
    }
  }

  /**
   * Makes the values, repairing what can be repaired. Findings that refuse the package, such as a
   * missing launch file, do not keep it from giving the rest.
   *
   * @param files the package's files
   * @param externalAllowed whether content may lie outside of the package
   * @throws RejectedException if sub-manifests contain each other or unfold without end
   */
  public Manifest resolve(FileNames files, boolean externalAllowed) {
    Scopes scopes = new Scopes(root, report, new Identifiers(report));
    MetadataReader metadata = new MetadataReader(files, report);
    Set<String> refused = new HashSet<>();
    Map<String, Resource> resources =
        resources(scopes, new HrefReader(files, externalAllowed, report), metadata, refused);
    Identifiers identifiers = new Identifiers(report);
    ItemReader items =
        new ItemReader(decision.edition(), resources, refused, identifiers, metadata, report);
    List<Resource> all = List.copyOf(resources.values());
    List<Organization> organizations =
        new OrganizationReader(items, identifiers, metadata, report).read(scopes.root(), all);
    Manifest manifest = new Manifest(
        Identifiers.normalize(root.identifier),
        Values.text(root.version),
        decision.edition(),
        root.metadata == null
            ? Metadata.NONE
            : metadata.read(root.metadata, Base.ROOT.with(root.base)),
        defaultOrganization(organizations),
        organizations,
        all);
    if (refused.isEmpty() && manifest.organization().findLaunchable().isEmpty()) {
      report.add(NOTHING_TO_LAUNCH, root);
    }
    checkSubManifests(scopes, items);
    if (items.settings().hasScripts()) {
      checkPrerequisites(manifest, items.settings());
    }
    return manifest;
  }

  private void checkSubManifests(Scopes scopes, ItemReader items) {
    for (Scope sub : scopes.all().subList(1, scopes.all().size())) {
      boolean hasItems = OrganizationReader.defaultOf(sub.manifest())
          .filter(organization -> !organization.items.isEmpty())
          .isPresent();
      if (hasItems && !items.isGrafted(sub)) {
        report.add(
            SUBMANIFEST_UNUSED, sub.manifest(), Identifiers.normalize(sub.manifest().identifier));
      }
    }
  }

  private Map<String, Resource> resources(
      Scopes scopes, HrefReader hrefs, MetadataReader metadata, Set<String> refused) {
    boolean anyTyped = scopes.all().stream()
        .map(s -> s.manifest().resources)
        .anyMatch(r -> r != null
            && r.resources.stream().anyMatch(x -> !Values.text(x.scormType).isEmpty()));
    ResourceReader reader =
        new ResourceReader(hrefs, metadata, report, scopes.references(), anyTyped, refused);
    Map<String, Resource> resources = new LinkedHashMap<>();
    for (Scope scope : scopes.all()) {
      BoundManifest.Resources bound = scope.manifest().resources;
      List<BoundManifest.Resource> all = bound == null ? List.of() : bound.resources;
      List<String> names = scope.resourceNames();
      for (int i = 0; i < all.size(); i++) {
        resources.put(names.get(i), reader.read(scope, all.get(i), names.get(i)));
      }
    }
    return resources;
  }

  private String defaultOrganization(List<Organization> organizations) {
    String first = organizations.get(0).identifier();
    BoundManifest.Organizations bound = root.organizations;
    String wanted = bound == null ? "" : Identifiers.normalize(bound.defaultOrganization);
    boolean known = organizations.stream().anyMatch(o -> o.identifier().equals(wanted));
    boolean created = report.findings().has(ORGANIZATION_CREATED);
    if (bound != null && !wanted.isEmpty() && !known && !created) {
      report.add(DEFAULT_ORGANIZATION_UNKNOWN, bound, wanted, first);
    }
    return known ? wanted : first;
  }

  private void checkPrerequisites(Manifest manifest, SettingsReader settings) {
    PrerequisiteNames names = new PrerequisiteNames(manifest);
    names
        .unknown()
        .forEach((item, unknown) ->
            report.add(PREREQUISITE_UNKNOWN, settings.script(item), item, unknown));
    for (Organization organization : manifest.organizations()) {
      PrerequisiteCircles.of(organization)
          .forEach((item, circle) -> report.add(
              PREREQUISITES_CIRCLE, settings.script(item), item, String.join(", ", circle)));
    }
  }
}
