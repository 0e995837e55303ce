package org.lmskit.scorm.manifest.read;

import static org.lmskit.scorm.finding.ScormFinding.ORGANIZATION_CREATED;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.lmskit.scorm.manifest.Item;
import org.lmskit.scorm.manifest.ItemSettings;
import org.lmskit.scorm.manifest.LangString;
import org.lmskit.scorm.manifest.Lom;
import org.lmskit.scorm.manifest.Metadata;
import org.lmskit.scorm.manifest.Organization;
import org.lmskit.scorm.manifest.Resource;
import org.lmskit.scorm.manifest.ScormType;
import org.lmskit.scorm.manifest.bind.BoundManifest;
import org.lmskit.scorm.sequencing.definition.CompletionThreshold;

/** Reads organizations, or makes one where there is none. */
final class OrganizationReader {
  private final ItemReader items;
  private final Identifiers identifiers;
  private final MetadataReader metadata;
  private final Values values;
  private final Report report;

  OrganizationReader(
      ItemReader items, Identifiers identifiers, MetadataReader metadata, Report report) {
    this.items = items;
    this.identifiers = identifiers;
    this.metadata = metadata;
    this.values = new Values(report);
    this.report = report;
  }

  static Optional<BoundManifest.Organization> defaultOf(BoundManifest manifest) {
    BoundManifest.Organizations all = manifest.organizations;
    if (all == null) {
      return Optional.empty();
    }
    String wanted = Identifiers.normalize(all.defaultOrganization);
    return all.organizations.stream()
        .filter(o -> Identifiers.normalize(o.identifier).equals(wanted))
        .findFirst()
        .or(() -> all.organizations.stream().findFirst());
  }

  List<Organization> read(Scope scope, List<Resource> resources) {
    BoundManifest.Organizations bound = scope.manifest().organizations;
    List<Organization> read = new ArrayList<>();
    if (bound != null && bound.organizations.stream().anyMatch(o -> !o.items.isEmpty())) {
      bound.organizations.forEach(o -> read.add(organization(scope, o)));
      return read;
    }
    return List.of(create(scope, resources));
  }

  private Organization organization(Scope scope, BoundManifest.Organization bound) {
    String identifier = identifiers.take(bound.identifier, "organization", bound);
    return new Organization(
        identifier,
        items.title(bound.title, identifier, bound),
        Values.text(bound.structure),
        values.flag(bound.objectivesGlobalToSystem, true, "objectivesGlobalToSystem", bound),
        values.flag(bound.sharedDataGlobalToSystem, true, "sharedDataGlobalToSystem", bound),
        items.sequencing().read(scope, bound.sequencing, identifier),
        items.sequencing().threshold(bound.completionThreshold),
        metadata.read(bound.metadata, scope.base()),
        items.items(scope, bound.items));
  }

  /** One item for each SCO; without SCOs for each launchable resource that no other depends on. */
  private Organization create(Scope scope, List<Resource> resources) {
    List<Resource> launchable = resources.stream()
        .filter(r -> r.href() != null && r.scormType() == ScormType.SCO)
        .toList();
    if (launchable.isEmpty()) {
      Set<String> needed = new HashSet<>();
      resources.forEach(r -> needed.addAll(r.dependencies()));
      launchable = resources.stream()
          .filter(r -> r.href() != null && !needed.contains(r.identifier()))
          .toList();
    }
    report.add(ORGANIZATION_CREATED, scope.manifest(), launchable.size());
    String identifier = identifiers.take("organization", "organization", scope.manifest());
    List<Item> made = launchable.stream().map(r -> item(scope, r)).toList();
    return new Organization(
        identifier,
        made.size() == 1 ? made.get(0).title() : title(scope, identifier),
        "",
        true,
        true,
        items.sequencing().read(scope, null, identifier),
        CompletionThreshold.DEFAULT,
        Metadata.NONE,
        made);
  }

  private Item item(Scope scope, Resource resource) {
    String identifier = identifiers.take("item-" + resource.identifier(), "item", scope.manifest());
    String title = firstTitle(resource.metadata()).orElse(resource.identifier());
    return new Item(
        identifier,
        title,
        true,
        resource.identifier(),
        "",
        resource.href(),
        items.sequencing().read(scope, null, identifier),
        CompletionThreshold.DEFAULT,
        ItemSettings.NONE,
        Metadata.NONE,
        List.of());
  }

  private String title(Scope scope, String identifier) {
    String ofManifest = Identifiers.normalize(scope.manifest().identifier);
    return firstTitle(metadata.read(scope.manifest().metadata, Base.ROOT))
        .orElse(ofManifest.isEmpty() ? identifier : ofManifest);
  }

  private static Optional<String> firstTitle(Metadata metadata) {
    Lom lom = metadata.lom();
    return lom == null
        ? Optional.empty()
        : lom.titles().stream().map(LangString::text).findFirst();
  }
}
