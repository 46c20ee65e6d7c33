"""Spanish: "Por Juana Robles | Publicado el 14 de marzo de 2024 a las 08:05 h | Actualizado hace 2 horas"."""

from __future__ import annotations

from wiredesk.parsing.languages.language import Language

ES = Language(
    code="es",
    months=(
        "enero ene", "febrero feb", "marzo mar", "abril abr", "mayo", "junio jun", "julio jul", "agosto ago",
        "septiembre setiembre sept sep set", "octubre oct", "noviembre nov", "diciembre dic",
    ),
    weekdays=("lunes lun", "martes mar", "miércoles miercoles mié", "jueves jue", "viernes vie", "sábado sabado sáb", "domingo dom"),
    by=("por", "escrito por", "publicado por", "redactado por", "texto", "autor", "autora", "autores", "un artículo de"),
    published=("publicado", "publicado el", "publicada", "publicada el", "fecha", "creado", "fecha de publicación"),
    updated=("actualizado", "actualizado el", "actualizada", "última actualización", "act", "modificado", "modificada", "act."),
    ago=("hace {n} {unit}",),
    units={
        "minute": "minuto minutos min", "hour": "hora horas h", "day": "día dia días dias", "week": "semana semanas",
        "month": "mes meses", "year": "año años",
    },
    ones="un una",
    days_ago={"ahora mismo": 0, "hoy": 0, "ayer": 1, "anteayer": 2},
    and_="y",
    date_words="el a las de del h lectura min minutos",
    roles=(
        "periodista redactor redactora corresponsal columnista enviado enviada especial director directora jefe reportero reportera"
    ),
    desks="redacción redaccion agencia agencias equipo",
    section_heads=(
        "lo más leído", "lo más visto", "te puede interesar", "te puede gustar", "también te puede interesar", "le puede interesar",
        "noticias relacionadas", "más noticias", "más información", "lea también", "lee también", "relacionado", "relacionados",
        "artículos relacionados", "últimas noticias", "comentarios", "publicidad", "más sobre este tema", "te recomendamos", "ver también",
    ),
    share=("compartir", "imprimir", "comentar", "guardar", "copiar enlace", "enviar por correo", "escuchar", "comparte"),
)  # fmt: skip
