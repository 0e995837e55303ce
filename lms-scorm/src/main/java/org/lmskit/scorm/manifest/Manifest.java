package org.lmskit.scorm.manifest;

import java.util.List;
import java.util.Optional;

/**
 * A package's manifest, complete and repaired: every reference leads somewhere.
 *
 * @param identifier of the package, empty if it has none
 * @param version of the package as its author counts, empty if not given
 * @param edition which SCORM it follows
 * @param metadata of the package
 * @param defaultOrganization the identifier of the organization that is delivered
 * @param organizations at least one
 * @param resources those of sub-manifests included
 */
public record Manifest(
    String identifier,
    String version,
    ScormEdition edition,
    Metadata metadata,
    String defaultOrganization,
    List<Organization> organizations,
    List<Resource> resources) {
  /** @throws IllegalArgumentException if the default organization is none of the organizations */
  public Manifest {
    organizations = List.copyOf(organizations);
    resources = List.copyOf(resources);
    String id = defaultOrganization;
    if (organizations.stream().noneMatch(o -> o.identifier().equals(id))) {
      throw new IllegalArgumentException("no organization " + defaultOrganization);
    }
  }

  /** The organization that is delivered. */
  public Organization organization() {
    return organizations.stream()
        .filter(o -> o.identifier().equals(defaultOrganization))
        .findFirst()
        .orElseThrow();
  }

  /** The resource of this identifier. */
  public Optional<Resource> findResource(String id) {
    return resources.stream().filter(r -> r.identifier().equals(id)).findFirst();
  }

  /** How many items all organizations have together. */
  public int itemCount() {
    return organizations.stream().mapToInt(o -> (int) o.all().count()).sum();
  }
}
