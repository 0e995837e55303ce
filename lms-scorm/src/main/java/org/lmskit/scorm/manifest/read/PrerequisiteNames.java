package org.lmskit.scorm.manifest.read;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.lmskit.scorm.manifest.Item;
import org.lmskit.scorm.manifest.Manifest;
import org.lmskit.scorm.manifest.Organization;
import org.lmskit.scorm.sequencing.definition.Prerequisites;

/** Finds prerequisites that name items which their organization does not have. */
final class PrerequisiteNames {
  private final Manifest manifest;

  PrerequisiteNames(Manifest manifest) {
    this.manifest = manifest;
  }

  /** By item, the first name of its prerequisites that is no item. */
  Map<String, String> unknown() {
    Map<String, String> unknown = new LinkedHashMap<>();
    manifest.organizations().forEach(organization -> unknown(organization, unknown));
    return unknown;
  }

  private static void unknown(Organization organization, Map<String, String> unknown) {
    List<Item> closed = organization
        .all()
        .filter(item -> item.settings().prerequisites() != null)
        .toList();
    if (closed.isEmpty()) {
      return;
    }
    Set<String> known = organization.all().map(Item::identifier).collect(Collectors.toSet());
    closed.forEach(item -> each(Objects.requireNonNull(item.settings().prerequisites()), name -> {
      if (!known.contains(name)) {
        unknown.putIfAbsent(item.identifier(), name);
      }
    }));
  }

  /** Every name in a script, as often as it stands there. */
  static void each(Prerequisites p, Consumer<String> names) {
    if (p instanceof Prerequisites.Done done) {
      names.accept(done.item());
    } else if (p instanceof Prerequisites.HasStatus status) {
      names.accept(status.item());
    } else if (p instanceof Prerequisites.Not not) {
      each(not.of(), names);
    } else {
      parts(p).forEach(part -> each(part, names));
    }
  }

  /** What a script that has parts is made of. */
  static List<Prerequisites> parts(Prerequisites p) {
    if (p instanceof Prerequisites.All all) {
      return all.parts();
    }
    if (p instanceof Prerequisites.Any any) {
      return any.parts();
    }
    return p instanceof Prerequisites.AtLeast atLeast ? atLeast.parts() : List.of();
  }
}
