package org.lmskit.scorm;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.lmskit.internal.JsonBody;
import org.lmskit.scorm.ScormPackage.StoredFile;
import org.lmskit.scorm.manifest.FileRef;
import org.lmskit.scorm.manifest.Href;
import org.lmskit.scorm.manifest.Item;
import org.lmskit.scorm.manifest.ItemSettings;
import org.lmskit.scorm.manifest.Manifest;
import org.lmskit.scorm.manifest.Metadata;
import org.lmskit.scorm.manifest.Organization;
import org.lmskit.scorm.manifest.Resource;
import org.lmskit.scorm.manifest.ScormEdition;
import org.lmskit.scorm.manifest.ScormType;
import org.lmskit.scorm.runtime.Compatibility;
import org.lmskit.scorm.sequencing.definition.CompletionThreshold;
import org.lmskit.scorm.sequencing.definition.Sequencing;
import org.lmskit.store.Body;

/**
 * A package as it is stored: a sequencing definition that many items share stands there once, and what
 * an item leaves to the standard not at all. Null stands for that default.
 *
 * @param sequencing every definition that differs from the others; items name them by their place
 */
record StoredPackage(
    String id,
    Instant importedAt,
    String identifier,
    String version,
    ScormEdition edition,
    @Nullable Metadata metadata,
    String defaultOrganization,
    List<Tree> organizations,
    List<Content> resources,
    List<Sequencing> sequencing,
    Compatibility compatibility,
    Map<String, StoredFile> files) {
  private static final Body<StoredPackage> JSON = JsonBody.of(StoredPackage.class);

  /** The text form of packages. */
  static final Body<ScormPackage> BODY = new Body<>(
      value -> JSON.write().apply(of(value)), text -> JSON.read().apply(text).restored());

  /** What items share: sequencing definitions by their places, and by its resource what is launched. */
  private record Shared(List<Sequencing> sequencing, Map<String, Href> hrefs) {}

  /** An organization. */
  record Tree(
      String identifier,
      String title,
      String structure,
      boolean globalObjectives,
      boolean globalData,
      int sequencing,
      @Nullable CompletionThreshold completion,
      @Nullable Metadata metadata,
      List<Node> items) {
    Organization restored(Shared shared) {
      return new Organization(
          identifier,
          title,
          structure,
          globalObjectives,
          globalData,
          shared.sequencing().get(sequencing),
          or(completion, CompletionThreshold.DEFAULT),
          or(metadata, Metadata.NONE),
          items.stream().map(item -> item.restored(shared)).toList());
    }
  }

  /**
   * An item; its sequencing definition is the first if it names none, and it launches what its resource
   * does if it does not say what.
   */
  record Node(
      String identifier,
      String title,
      @Nullable Boolean invisible,
      @Nullable String resource,
      @Nullable String parameters,
      @Nullable Href launch,
      @Nullable Integer sequencing,
      @Nullable CompletionThreshold completion,
      @Nullable ItemSettings settings,
      @Nullable Metadata metadata,
      @Nullable List<Node> items) {
    Item restored(Shared shared) {
      return new Item(
          identifier,
          title,
          invisible == null,
          resource,
          or(parameters, ""),
          launch == null && resource != null ? shared.hrefs().get(resource) : launch,
          shared.sequencing().get(or(sequencing, 0)),
          or(completion, CompletionThreshold.DEFAULT),
          or(settings, ItemSettings.NONE),
          or(metadata, Metadata.NONE),
          or(items, List.<Node>of()).stream().map(item -> item.restored(shared)).toList());
    }
  }

  /** A resource. */
  record Content(
      String identifier,
      String type,
      ScormType scormType,
      @Nullable Href href,
      @Nullable Boolean persistState,
      @Nullable List<FileRef> files,
      @Nullable List<String> dependencies,
      @Nullable Metadata metadata) {
    static Content of(Resource resource) {
      return new Content(
          resource.identifier(),
          resource.type(),
          resource.scormType(),
          resource.href(),
          unless(resource.persistState(), false),
          unless(resource.files(), List.of()),
          unless(resource.dependencies(), List.of()),
          unless(resource.metadata(), Metadata.NONE));
    }

    Resource restored() {
      return new Resource(
          identifier,
          type,
          scormType,
          href,
          or(persistState, false),
          or(files, List.of()),
          or(dependencies, List.of()),
          or(metadata, Metadata.NONE));
    }
  }

  static StoredPackage of(ScormPackage value) {
    Manifest manifest = value.manifest();
    Definitions definitions = new Definitions(hrefs(manifest.resources()));
    return new StoredPackage(
        value.id(),
        value.importedAt(),
        manifest.identifier(),
        manifest.version(),
        manifest.edition(),
        unless(manifest.metadata(), Metadata.NONE),
        manifest.defaultOrganization(),
        manifest.organizations().stream().map(definitions::tree).toList(),
        manifest.resources().stream().map(Content::of).toList(),
        definitions.all(),
        value.compatibility(),
        value.files());
  }

  ScormPackage restored() {
    List<Resource> all = resources.stream().map(Content::restored).toList();
    Shared shared = new Shared(sequencing, hrefs(all));
    Manifest manifest = new Manifest(
        identifier,
        version,
        edition,
        or(metadata, Metadata.NONE),
        defaultOrganization,
        organizations.stream().map(tree -> tree.restored(shared)).toList(),
        all);
    return new ScormPackage(id, importedAt, manifest, compatibility, files);
  }

  private static Map<String, Href> hrefs(List<Resource> resources) {
    Map<String, Href> hrefs = new HashMap<>();
    for (Resource resource : resources) {
      if (resource.href() != null) {
        hrefs.put(resource.identifier(), resource.href());
      }
    }
    return hrefs;
  }

  private static <T> @Nullable T unless(T value, T otherwise) {
    return value.equals(otherwise) ? null : value;
  }

  private static <T> T or(@Nullable T value, T otherwise) {
    return Objects.requireNonNullElse(value, otherwise);
  }

  /** The sequencing definitions met so far, each with its place behind the standard's own. */
  private static final class Definitions {
    private final Map<Sequencing, Integer> places = new LinkedHashMap<>();
    private final Map<String, Href> hrefs;

    Definitions(Map<String, Href> hrefs) {
      this.hrefs = hrefs;
    }

    int place(Sequencing definition) {
      if (definition.equals(Sequencing.DEFAULT)) { // most items have it, and its hash is long
        return 0;
      }
      Integer known = places.putIfAbsent(definition, places.size() + 1);
      return known == null ? places.size() : known;
    }

    List<Sequencing> all() {
      List<Sequencing> all = new ArrayList<>(List.of(Sequencing.DEFAULT));
      all.addAll(places.keySet());
      return all;
    }

    Tree tree(Organization organization) {
      return new Tree(
          organization.identifier(),
          organization.title(),
          organization.structure(),
          organization.objectivesGlobalToSystem(),
          organization.sharedDataGlobalToSystem(),
          place(organization.sequencing()),
          unless(organization.completion(), CompletionThreshold.DEFAULT),
          unless(organization.metadata(), Metadata.NONE),
          nodes(organization.items()));
    }

    private List<Node> nodes(List<Item> items) {
      List<Node> nodes = new ArrayList<>();
      items.forEach(item -> nodes.add(node(item)));
      return nodes;
    }

    private Node node(Item item) {
      return new Node(
          item.identifier(),
          item.title(),
          item.visible() ? null : Boolean.TRUE,
          item.resource(),
          unless(item.parameters(), ""),
          Objects.equals(item.launch(), hrefs.get(item.resource())) ? null : item.launch(),
          unless(place(item.sequencing()), 0),
          unless(item.completion(), CompletionThreshold.DEFAULT),
          unless(item.settings(), ItemSettings.NONE),
          unless(item.metadata(), Metadata.NONE),
          item.items().isEmpty() ? null : nodes(item.items()));
    }
  }
}
