// Whether a picture on a page still holds something under a box: the black box that is drawn over it does not count.
import type { Image, Matrix, PDFPage, Rect } from "mupdf";

/** Pixels at the edge of a box that may be shared with what is outside it. */
const edge = 2;

/** True where any image has pixels of more than one colour well inside the box, in the image itself or in its mask. */
export async function hasPixelsUnder(page: PDFPage, rect: Rect): Promise<boolean> {
  const images: { image: Image; matrix: Matrix }[] = [];
  const structured = page.toStructuredText("preserve-images");
  structured.walk({
    onImageBlock(_bbox, matrix, image) {
      images.push({ matrix, image });
    },
  });
  structured.destroy();
  const mupdf = await import("mupdf");
  for (const { image, matrix } of images) {
    // The unit square is laid onto the page by the matrix; its way back lays the box onto the image.
    const [x0, y0, x1, y1] = mupdf.Rect.transform(rect, mupdf.Matrix.invert(matrix));
    const mask = image.getMask();
    for (const one of mask === null ? [image] : [image, mask]) {
      const pixmap = one.toPixmap();
      const [width, height, n] = [
        pixmap.getWidth(),
        pixmap.getHeight(),
        pixmap.getNumberOfComponents(),
      ];
      const left = Math.max(0, Math.ceil(x0 * width) + edge);
      const right = Math.min(width, Math.floor(x1 * width) - edge);
      const top = Math.max(0, Math.ceil(y0 * height) + edge);
      const foot = Math.min(height, Math.floor(y1 * height) - edge);
      if (right <= left || foot <= top) continue;
      const pixels = pixmap.getPixels();
      const stride = pixmap.getStride();
      const first = top * stride + left * n;
      for (let y = top; y < foot; y++)
        for (let i = 0; i < (right - left) * n; i++)
          if (
            Math.abs((pixels[y * stride + left * n + i] ?? 0) - (pixels[first + (i % n)] ?? 0)) > 3
          )
            return true;
    }
  }
  return false;
}
