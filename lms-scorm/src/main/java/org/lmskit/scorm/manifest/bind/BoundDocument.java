package org.lmskit.scorm.manifest.bind;

import jakarta.xml.bind.JAXBContext;
import jakarta.xml.bind.JAXBException;
import jakarta.xml.bind.Unmarshaller;
import jakarta.xml.bind.UnmarshallerHandler;
import org.jspecify.annotations.Nullable;
import org.lmskit.model.RejectedException;
import org.lmskit.scorm.finding.Findings;
import org.xml.sax.SAXException;

/**
 * A document after binding.
 *
 * @param <T> what its root was bound to
 * @param root the root element
 * @param namespaces what its namespaces tell
 */
public record BoundDocument<T>(T root, NamespacesSeen namespaces) {
  private static final JAXBContext CONTEXT = context();

  /**
   * Reads a manifest.
   *
   * @param file the name that findings give as the location
   * @throws RejectedException if it is not well-formed, dangerous or no manifest
   */
  public static BoundDocument<BoundManifest> manifest(
      byte[] bytes, String file, Findings findings) {
    return read(bytes, file, findings, "manifest", BoundManifest.class);
  }

  /**
   * Reads a metadata file.
   *
   * @throws RejectedException as for a manifest
   */
  public static BoundDocument<MetadataNode> metadata(byte[] bytes, String file, Findings findings) {
    return read(bytes, file, findings, "lom", MetadataNode.class);
  }

  private static <T> BoundDocument<T> read(
      byte[] bytes, String file, Findings findings, String root, Class<T> type) {
    String text = Doctype.remove(DocumentText.of(bytes, file, findings), file, findings);
    try {
      Unmarshaller unmarshaller = CONTEXT.createUnmarshaller();
      UnmarshallerHandler handler = unmarshaller.getUnmarshallerHandler();
      XmlEvents events = new XmlEvents(root, file, findings, handler);
      unmarshaller.setListener(new LineKeeper(events));
      events.read(text);
      return new BoundDocument<>(type.cast(handler.getResult()), events.names().seen());
    } catch (JAXBException | SAXException e) {
      throw new IllegalStateException("the binding of manifests is broken", e);
    }
  }

  private static JAXBContext context() {
    try {
      return JAXBContext.newInstance(BoundManifest.class, MetadataNode.class);
    } catch (JAXBException e) {
      throw new IllegalStateException("no JAXB runtime, or it may not open our classes", e);
    }
  }

  private static final class LineKeeper extends Unmarshaller.Listener {
    private final XmlEvents events;

    LineKeeper(XmlEvents events) {
      this.events = events;
    }

    @Override
    public void beforeUnmarshal(Object target, @Nullable Object parent) {
      if (target instanceof BoundNode node) {
        node.line = events.line();
      }
    }
  }
}
