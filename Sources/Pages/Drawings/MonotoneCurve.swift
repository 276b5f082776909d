import Templates

/// A smooth line through points that never overshoots them: a rise between two points stays between them.
///
/// Tangents after F. N. Fritsch and R. E. Carlson, "Monotone Piecewise Cubic Interpolation" (1980), as Bézier segments.
struct MonotoneCurve {
    let points: [Point]

    var path: String {
        var path = PageBuffer(capacity: 1024)
        write(to: &path)
        return path.withBytes { String(decoding: $0, as: UTF8.self) }
    }

    func write(to path: inout PageBuffer) {
        guard let first = points.first else { return }
        path.write("M")
        Self.write(first, to: &path)
        let slopes = tangents
        for index in points.indices.dropFirst() {
            let start = points[index - 1]
            let end = points[index]
            let third = (end.x - start.x) / 3
            let handles = (
                Point(x: start.x + third, y: start.y + slopes[index - 1] * third),
                Point(x: end.x - third, y: end.y - slopes[index] * third)
            )
            path.write("C")
            Self.write(handles.0, to: &path)
            path.write(" ")
            Self.write(handles.1, to: &path)
            path.write(" ")
            Self.write(end, to: &path)
        }
    }

    private static func write(_ point: Point, to path: inout PageBuffer) {
        SVG.write(point.x, to: &path)
        path.write(" ")
        SVG.write(point.y, to: &path)
    }

    private var tangents: [Double] {
        guard points.count > 1 else { return [0] }
        let secants = zip(points, points.dropFirst()).map { ($1.y - $0.y) / max($1.x - $0.x, 0.001) }
        var tangents: [Double] = []
        tangents.reserveCapacity(points.count)
        tangents.append(secants[0])
        for index in secants.indices.dropFirst() {
            let (before, after) = (secants[index - 1], secants[index])
            tangents.append(before * after <= 0 ? 0 : (before + after) / 2)
        }
        tangents.append(secants[secants.count - 1])
        for index in secants.indices {
            guard secants[index] != 0 else {
                tangents[index] = 0
                tangents[index + 1] = 0
                continue
            }
            let left = tangents[index] / secants[index]
            let right = tangents[index + 1] / secants[index]
            let length = (left * left + right * right).squareRoot()
            if length > 3 {
                tangents[index] = 3 / length * left * secants[index]
                tangents[index + 1] = 3 / length * right * secants[index]
            }
        }
        return tangents
    }
}
