package org.lmskit.scorm.manifest.read;

import static org.lmskit.scorm.finding.ScormFinding.CLUSTER_REFERENCE;
import static org.lmskit.scorm.finding.ScormFinding.REFERENCE_DANGLING;
import static org.lmskit.scorm.finding.ScormFinding.REFERENCE_SUBMANIFEST_EMPTY;
import static org.lmskit.scorm.finding.ScormFinding.RESOURCE_WITHOUT_HREF;
import static org.lmskit.scorm.finding.ScormFinding.SUBMANIFEST_CYCLE;
import static org.lmskit.scorm.finding.ScormFinding.SUBMANIFEST_IMPORTED;
import static org.lmskit.scorm.finding.ScormFinding.TITLE_MISSING;
import static org.lmskit.scorm.finding.ScormFinding.TOO_MANY_ITEMS;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.lmskit.scorm.manifest.Href;
import org.lmskit.scorm.manifest.Item;
import org.lmskit.scorm.manifest.Resource;
import org.lmskit.scorm.manifest.ScormEdition;
import org.lmskit.scorm.manifest.bind.BoundManifest;
import org.lmskit.scorm.manifest.bind.BoundNode;
import org.lmskit.scorm.manifest.bind.BoundSequencing;
import org.lmskit.scorm.manifest.bind.BoundText;

/** Reads items with all that hangs on them, and puts sub-manifests where items refer to them. */
final class ItemReader {
  private static final int MOST_ITEMS = 100_000;

  private final ScormEdition edition;
  private final Map<String, Resource> resources;
  private final Set<String> refused;
  private final Identifiers identifiers;
  private final MetadataReader metadata;
  private final SequencingReader sequencing;
  private final SettingsReader settings;
  private final Values values;
  private final Report report;
  private final Deque<Scope> open = new ArrayDeque<>();
  private final Set<Scope> grafted = new HashSet<>();
  private int count;

  ItemReader(
      ScormEdition edition,
      Map<String, Resource> resources,
      Set<String> refused,
      Identifiers identifiers,
      MetadataReader metadata,
      Report report) {
    this.edition = edition;
    this.resources = resources;
    this.refused = refused;
    this.identifiers = identifiers;
    this.metadata = metadata;
    this.sequencing = new SequencingReader(edition.is2004(), report);
    this.settings = new SettingsReader(report);
    this.values = new Values(report);
    this.report = report;
  }

  SequencingReader sequencing() {
    return sequencing;
  }

  SettingsReader settings() {
    return settings;
  }

  /** Whether an item refers to this sub-manifest. */
  boolean isGrafted(Scope sub) {
    return grafted.contains(sub);
  }

  List<Item> items(Scope scope, List<BoundManifest.Item> bound) {
    List<Item> items = new ArrayList<>(bound.size());
    for (BoundManifest.Item item : bound) {
      items.add(item(scope, item));
    }
    return items;
  }

  private Item item(Scope scope, BoundManifest.Item bound) {
    if (++count > MOST_ITEMS) {
      throw report.refuse(TOO_MANY_ITEMS, bound, MOST_ITEMS);
    }
    String identifier = identifiers.take(bound.identifier, "item", bound);
    String reference = Identifiers.normalize(bound.identifierref);
    Optional<Resource> resource = scope.findResource(reference).map(resources::get);
    List<Item> items = new ArrayList<>(items(scope, bound.items));
    BoundSequencing.Sequencing own = bound.sequencing;
    if (resource.isEmpty() && !reference.isEmpty()) {
      Optional<BoundManifest.Organization> root = graft(scope, reference, bound, identifier, items);
      own = own != null ? own : root.map(r -> r.sequencing).orElse(null);
    }
    boolean launches = resource.isPresent() && mayLaunch(bound, identifier, !items.isEmpty());
    return item(scope, bound, identifier, launches ? resource.get() : null, own, items);
  }

  private Item item(
      Scope scope,
      BoundManifest.Item bound,
      String identifier,
      @Nullable Resource resource,
      BoundSequencing.@Nullable Sequencing own,
      List<Item> items) {
    String parameters = Values.text(bound.parameters);
    String time = edition.is2004() ? sequencing.maxTimeAllowed(scope, own) : "";
    return new Item(
        identifier,
        title(bound.title, identifier, bound),
        values.flag(bound.isvisible, true, "isvisible", bound),
        resource == null ? null : resource.identifier(),
        parameters,
        resource == null ? null : launch(resource, parameters, bound, identifier),
        sequencing.read(scope, own, identifier),
        sequencing.threshold(bound.completionThreshold),
        settings.read(bound, identifier, time),
        metadata.read(bound.metadata, scope.base()),
        items);
  }

  /** 2004 CAM 3.4.1.5: only a leaf references a resource. */
  private boolean mayLaunch(BoundManifest.Item bound, String identifier, boolean hasChildren) {
    boolean may = !hasChildren || !edition.is2004();
    if (!may) {
      report.add(CLUSTER_REFERENCE, bound, identifier);
    }
    return may;
  }

  private @Nullable Href launch(
      Resource resource, String parameters, BoundManifest.Item bound, String identifier) {
    Href href = resource.href();
    if (href == null && refused.contains(resource.identifier())) {
      return null; // the package is refused for what its href says
    }
    if (href == null) {
      report.add(RESOURCE_WITHOUT_HREF, bound, identifier, resource.identifier());
      return null;
    }
    return href.withParameters(parameters);
  }

  /** Adds the items of the sub-manifest's default organization, and gives that organization. */
  private Optional<BoundManifest.Organization> graft(
      Scope scope, String reference, BoundManifest.Item at, String identifier, List<Item> items) {
    Optional<Scope> sub = scope.findManifest(reference);
    if (sub.isEmpty()) {
      report.add(REFERENCE_DANGLING, at, identifier, reference);
      return Optional.empty();
    }
    if (open.contains(sub.get())) {
      throw report.refuse(SUBMANIFEST_CYCLE, at, reference);
    }
    Optional<BoundManifest.Organization> root =
        OrganizationReader.defaultOf(sub.get().manifest());
    if (root.isEmpty()) {
      report.add(REFERENCE_SUBMANIFEST_EMPTY, at, identifier, reference);
      return root;
    }
    report.add(SUBMANIFEST_IMPORTED, at, reference);
    grafted.add(sub.get());
    open.push(sub.get());
    items.addAll(items(sub.get(), root.get().items));
    open.pop();
    return root;
  }

  String title(@Nullable BoundText written, String identifier, BoundNode around) {
    String title = Identifiers.normalize(Values.text(written));
    if (title.isEmpty()) {
      report.add(TITLE_MISSING, Values.place(written, around), identifier);
      return identifier;
    }
    return title;
  }
}
