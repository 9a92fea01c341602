package pl.zmobridge.docs;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import javax.imageio.ImageIO;

/** The pictures of the console in the documentation: which of those that its browser test makes each of them is. */
public final class Pictures {
    private static final int SCREEN = 844;

    static final Map<String, String> MADE = Map.of(
            "docs/console.png", "en-light-start.png",
            "docs/console.pl.png", "pl-light-start.png",
            "docs/pictures/stuck.png", "en-light-letters.png",
            "docs/pictures/stuck.pl.png", "pl-light-letters.png",
            "docs/pictures/order.png", "en-light-order.png",
            "docs/pictures/order.pl.png", "pl-light-order.png",
            "docs/pictures/phone.pl.png", "pl-light-phone-letters.png");

    private Pictures() {}

    /** Takes over what a screen shows of them, when it is asked for: {@code mvn test -Dtest=ConsoleBrowserTest -Dpictures.write=true}. */
    public static void takeFrom(Path directory) throws IOException {
        if (!Boolean.getBoolean("pictures.write")) {
            return;
        }
        for (Map.Entry<String, String> each : MADE.entrySet()) {
            BufferedImage page = ImageIO.read(directory.resolve(each.getValue()).toFile());
            int height = Math.min(page.getHeight(), SCREEN);
            Path picture = Path.of(each.getKey());
            Files.createDirectories(picture.getParent());
            ImageIO.write(page.getSubimage(0, 0, page.getWidth(), height), "png", picture.toFile());
        }
    }
}
