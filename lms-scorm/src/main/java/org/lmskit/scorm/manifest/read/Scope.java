package org.lmskit.scorm.manifest.read;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.lmskit.scorm.manifest.bind.BoundManifest;
import org.lmskit.scorm.manifest.bind.BoundSequencing;

/** What can be referred to from within one manifest: its own first, then that of all others. */
final class Scope {
  private final BoundManifest manifest;
  private final Base base;
  private final Scopes all;
  private final Map<String, String> resources = new HashMap<>();
  private final List<String> names = new ArrayList<>();
  private final Map<String, BoundSequencing.Sequencing> sequencing = new HashMap<>();

  Scope(BoundManifest manifest, Base base, Scopes all) {
    this.manifest = manifest;
    this.base = base;
    this.all = all;
  }

  BoundManifest manifest() {
    return manifest;
  }

  /** The base of its resources. */
  Base base() {
    return base;
  }

  void name(String written, String identifier) {
    resources.putIfAbsent(written, identifier);
    names.add(identifier);
  }

  /** The final identifiers of its resources, in their order. */
  List<String> resourceNames() {
    return names;
  }

  /** The final identifier of the resource that is called so here. */
  Optional<String> findResource(String written) {
    String own = resources.get(written);
    return own != null ? Optional.of(own) : all.findResource(written);
  }

  Optional<String> findOwnResource(String written) {
    return Optional.ofNullable(resources.get(written));
  }

  Optional<Scope> findManifest(String written) {
    return all.findManifest(written);
  }

  boolean define(String id, BoundSequencing.Sequencing definition) {
    return sequencing.putIfAbsent(id, definition) == null;
  }

  BoundSequencing.@Nullable Sequencing definition(String id) {
    return sequencing.get(id);
  }
}
