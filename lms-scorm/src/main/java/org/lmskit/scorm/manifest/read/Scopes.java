package org.lmskit.scorm.manifest.read;

import static org.lmskit.scorm.finding.ScormFinding.SEQUENCING_DUPLICATE;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.lmskit.scorm.manifest.bind.BoundManifest;
import org.lmskit.scorm.manifest.bind.BoundSequencing;

/** A manifest and its sub-manifests, each with its names. */
final class Scopes {
  private final List<Scope> scopes = new ArrayList<>();
  private final Report report;

  Scopes(BoundManifest root, Report report, Identifiers identifiers) {
    this.report = report;
    open(root, Base.ROOT, identifiers);
  }

  private void open(BoundManifest manifest, Base outer, Identifiers identifiers) {
    Base own = outer.with(manifest.base);
    BoundManifest.Resources resources = manifest.resources;
    Scope scope = new Scope(manifest, resources == null ? own : own.with(resources.base), this);
    scopes.add(scope);
    if (resources != null) {
      resources.resources.forEach(r -> scope.name(
          Identifiers.normalize(r.identifier), identifiers.take(r.identifier, "resource", r)));
    }
    for (BoundSequencing.Collection collection : manifest.collections) {
      collection.definitions.forEach(d -> define(scope, d));
    }
    manifest.manifests.forEach(sub -> open(sub, own, identifiers));
  }

  private void define(Scope scope, BoundSequencing.Sequencing definition) {
    String id = Identifiers.normalize(definition.id);
    if (!scope.define(id, definition)) {
      report.add(SEQUENCING_DUPLICATE, definition, id);
    }
  }

  Scope root() {
    return scopes.get(0);
  }

  List<Scope> all() {
    return scopes;
  }

  Optional<String> findResource(String written) {
    return scopes.stream().flatMap(s -> s.findOwnResource(written).stream()).findFirst();
  }

  /** The sub-manifest of this identifier. */
  Optional<Scope> findManifest(String written) {
    return scopes.stream()
        .skip(1)
        .filter(s -> Identifiers.normalize(s.manifest().identifier).equals(written))
        .findFirst();
  }

  /** Every identifier that some item refers to. */
  Set<String> references() {
    Set<String> references = new HashSet<>();
    for (Scope scope : scopes) {
      BoundManifest.Organizations organizations = scope.manifest().organizations;
      if (organizations != null) {
        organizations.organizations.forEach(o -> collect(o.items, references));
      }
    }
    return references;
  }

  private static void collect(List<BoundManifest.Item> items, Set<String> references) {
    for (BoundManifest.Item item : items) {
      references.add(Identifiers.normalize(item.identifierref));
      collect(item.items, references);
    }
  }
}
