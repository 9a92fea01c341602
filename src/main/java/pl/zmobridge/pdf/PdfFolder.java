package pl.zmobridge.pdf;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.time.YearMonth;
import java.util.Locale;
import java.util.Optional;
import pl.zmobridge.symfonia.SalePdf;

/** The directory of the PDFs, with one for each month. A file is there whole or not at all, and none is ever overwritten. */
public final class PdfFolder {
    private static final int MOST_NAMESAKES = 99;

    private final Path root;

    public PdfFolder(Path root) {
        this.root = root;
    }

    Path root() {
        return root;
    }

    /**
     * Saves a PDF, unless the file is there already with the same content. Another one of that name stays, and this one is called {@code name-2}.
     *
     * @param mark what tells this document from all others
     * @return the file, below the folder
     */
    String save(SalePdf.Ready pdf, YearMonth month, String name, String mark) throws IOException {
        String directory = String.format(Locale.ROOT, "%d/%02d/", month.getYear(), month.getMonthValue());
        Path parent = Files.createDirectories(root.resolve(directory));
        Path unfinished = parent.resolve("." + name + "." + mark + ".part");
        try {
            write(unfinished, pdf.content());
            for (int i = 1; i <= MOST_NAMESAKES; i++) {
                String file = name + (i == 1 ? "" : "-" + i) + ".pdf";
                Path target = parent.resolve(file);
                if (publish(unfinished, target) || isSame(target, pdf)) {
                    return directory + file;
                }
            }
            throw new IOException("there are " + MOST_NAMESAKES + " other files " + name + " already");
        } finally {
            Files.deleteIfExists(unfinished);
        }
    }

    private static void write(Path file, byte[] content) throws IOException {
        try (FileChannel channel = FileChannel.open(
                file, StandardOpenOption.CREATE, StandardOpenOption.WRITE, StandardOpenOption.TRUNCATE_EXISTING)) {
            ByteBuffer bytes = ByteBuffer.wrap(content);
            while (bytes.hasRemaining()) {
                channel.write(bytes);
            }
            channel.force(true);
        }
    }

    /** A link is made only where no file is, whoever else makes one at the same time; where there are no links, the file is moved. */
    private static boolean publish(Path unfinished, Path target) throws IOException {
        try {
            Files.createLink(target, unfinished);
            return true;
        } catch (FileAlreadyExistsException e) {
            return false;
        } catch (UnsupportedOperationException | FileSystemException e) {
            if (Files.exists(target)) {
                return false;
            }
            Files.move(unfinished, target, StandardCopyOption.ATOMIC_MOVE);
            return true;
        }
    }

    private static boolean isSame(Path file, SalePdf.Ready pdf) throws IOException {
        return Files.size(file) == pdf.content().length
                && SalePdf.sha1(Files.readAllBytes(file)).equals(pdf.sha1());
    }

    /** What was saved; empty when it is not there any more, or something else. */
    public Optional<SalePdf.Ready> find(String file, String sha1) {
        try {
            Path path = root.resolve(file).normalize();
            if (!path.startsWith(root) || !Files.isRegularFile(path)) {
                return Optional.empty();
            }
            byte[] content = Files.readAllBytes(path);
            return SalePdf.sha1(content).equals(sha1)
                    ? Optional.of(new SalePdf.Ready(content, sha1))
                    : Optional.empty();
        } catch (IOException | UncheckedIOException | InvalidPathException e) {
            return Optional.empty(); // the ERP has it
        }
    }
}
